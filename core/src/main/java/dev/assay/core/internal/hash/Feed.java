package dev.assay.core.internal.hash;

import java.io.IOException;

/**
 * Where the blocks of a sweep come from. Used by one thread at a time, whose calls these are; what
 * is not asked through them may take as long as it likes.
 */
interface Feed {

    /**
     * Waits a moment for the permission to use the disk.
     *
     * @return whether it was given; if not, ask again
     */
    boolean admitted(Calls calls) throws IOException, InterruptedException;

    /** {@return whether a block was filled; false at the end of the input} */
    boolean fill(Ring.Block block, Calls calls) throws IOException;

    /** Makes sure at the end of the input that it is still what it was. */
    void confirm(Calls calls) throws IOException;

    /** {@return what came of it; called when all bytes are through, by any thread} */
    FileHashes result(HashPlan plan);

    /** Gives back what it holds. */
    void close(Calls calls) throws IOException;
}
