package dev.assay.core.internal.hash;

import java.io.Closeable;
import java.io.IOException;

/** Where the blocks of a sweep come from. Used by one thread at a time. */
interface Feed extends Closeable {

    /**
     * Waits a moment for the permission to use the disk.
     *
     * @return whether it was given; if not, ask again
     */
    boolean admitted() throws InterruptedException;

    /** {@return whether a block was filled; false at the end of the input} */
    boolean fill(Ring.Block block) throws IOException;

    /** {@return what came of it; called when all bytes are through} */
    FileHashes result(HashPlan plan) throws IOException;
}
