package dev.assay.core.internal.testfiles;

import dev.assay.core.internal.bytes.ByteSource;

/**
 * A file of many GB that takes no space: a start, and then a block again and again.
 *
 * @param size in bytes
 */
public record EndlessBytes(byte[] start, byte[] block, long size) implements ByteSource {

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        int there = Math.clamp(size - position, 0, length);
        for (int i = 0; i < there; i++) {
            into[offset + i] = at(position + i);
        }
        return there;
    }

    private byte at(long position) {
        return position < start.length
                ? start[(int) position]
                : block[(int) ((position - start.length) % block.length)];
    }
}
