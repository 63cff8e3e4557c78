package dev.assay.core.internal.bytes;

/** Bytes in memory. */
final class ArraySource implements ByteSource {

    private final byte[] bytes;

    ArraySource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        int there = Math.clamp(bytes.length - position, 0, length);
        if (there > 0) {
            System.arraycopy(bytes, (int) position, into, offset, there);
        }
        return there;
    }
}
