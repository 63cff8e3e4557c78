package dev.assay.core.internal.bytes;

import java.io.IOException;

/** A part of a source. */
record Slice(ByteSource whole, long start, long size) implements ByteSource {

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        int there = Math.clamp(size - position, 0, length);
        return there == 0 ? 0 : whole.read(start + position, into, offset, there);
    }

    /** Flattens, so that a slice of a slice of a slice costs one call. */
    @Override
    public ByteSource slice(long offset, long length) {
        long from = Math.clamp(offset, 0, size);
        return new Slice(whole, start + from, Math.clamp(length, 0, size - from));
    }
}
