package dev.assay.core.internal.hash;

/**
 * How much to ask a disk for at a time. How much of a read has come cannot be seen before it ends,
 * so a slow disk is asked for little, or it would look like a dead one. Safe for use by many
 * threads.
 */
final class Pace {
    static final int SMALLEST = 1 << 16;

    /** No more at a time than comes in about a second. */
    private static final long SLOW_NANOS = 500_000_000;

    private volatile int piece = SMALLEST;

    /** {@return how many bytes to ask for next} */
    int piece() {
        return piece;
    }

    /** Takes into account how long it took to read so many bytes. */
    void took(int bytes, long nanos) {
        if (nanos > SLOW_NANOS) {
            piece = Math.max(SMALLEST, bytes / 2);
        } else if (bytes == piece && bytes < Blocks.LARGEST) {
            piece = 2 * bytes;
        }
    }
}
