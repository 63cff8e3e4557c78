package dev.assay.core.internal.walk;

import java.io.IOException;

/**
 * The entries of an open folder, in the order in which the file system tells them. To be used by
 * one thread at a time, which any of these may keep waiting for the file system.
 */
interface FolderEntries extends AutoCloseable {

    /** Moves on. {@return whether there is one more} */
    boolean next() throws IOException;

    /** {@return the name of the entry, as {@link PathText} writes it} */
    String name();

    /** {@return whether the folder itself tells that the entry is a regular file, and no link} */
    boolean isSurelyFile();

    /**
     * {@return what the entry stands for}
     *
     * @param follow whether a link stands for what it leads to
     */
    Stats.Named look(boolean follow) throws IOException;

    @Override
    void close() throws IOException;
}
