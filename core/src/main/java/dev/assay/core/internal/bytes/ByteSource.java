package dev.assay.core.internal.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes that can be read from any position; not safe for several threads. */
public interface ByteSource {

    /** {@return the number of bytes} */
    long size();

    /**
     * Reads bytes from a position, as many as there are.
     *
     * @return how many were read; fewer than asked for only at the end, 0 beyond it
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** {@return the bytes from a position, fewer than asked for only at the end} */
    default byte[] bytes(long position, int length) throws IOException {
        int there = Math.clamp(size() - position, 0, length);
        byte[] bytes = new byte[there];
        int read = read(position, bytes, 0, there);
        return read == there ? bytes : Arrays.copyOf(bytes, read);
    }

    /** {@return a part of this, cut where this ends} */
    default ByteSource slice(long offset, long length) {
        long start = Math.clamp(offset, 0, size());
        return new Slice(this, start, Math.clamp(length, 0, size() - start));
    }

    /** {@return the bytes in order; skipping costs nothing} */
    default InputStream stream() {
        return new SourceStream(this);
    }

    /** {@return a source over an array, which must not change} */
    static ByteSource of(byte[] bytes) {
        return new ArraySource(bytes);
    }
}
