package dev.assay.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A file that lies in no file system of this machine, such as an object in a store: implemented by
 * the program that embeds Assay. Used by one thread at a time, and not closed.
 */
public interface RemoteFile {

    /**
     * {@return its address, with {@code /} between its parts} The last part is taken for the file's
     * name and the others for its folders, which may help to classify it.
     */
    String name();

    /** {@return its size in bytes; always the same} */
    long size();

    /**
     * Reads bytes from a position. A header takes a few reads of some kilobytes each, close to the
     * start for most formats and close to the end for zip; digests read in order and in pieces of
     * up to 64 KiB, so that a stream behind this should read ahead.
     *
     * @param position of the first byte, from the start of the file
     * @param into takes as many bytes as are there and as it has room for
     * @return how many were read, at least 1 where there are any; 0 or less at the end
     * @throws IOException when it cannot be read; the file is then reported as unreadable
     */
    int read(long position, ByteBuffer into) throws IOException;
}
