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
        for (int done = 0; done < there; ) {
            long at = position + done;
            boolean first = at < start.length;
            byte[] from = first ? start : block;
            int skipped = (int) (first ? at : (at - start.length) % block.length);
            int step = Math.min(there - done, from.length - skipped);
            System.arraycopy(from, skipped, into, offset + done, step);
            done += step;
        }
        return there;
    }
}
