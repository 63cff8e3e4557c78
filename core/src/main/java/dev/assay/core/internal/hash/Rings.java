package dev.assay.core.internal.hash;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rings that are used again for the next file, since memory outside the heap is only given back
 * when the collector runs. Safe for use by many threads.
 */
final class Rings {
    /** Enough for the reader to be ahead of every worker. */
    private static final int FEWEST_BLOCKS = 8;

    /** What one file may take, however many workers there are. */
    private static final int MOST_BLOCKS = 256;

    private final Deque<Ring> idle = new ArrayDeque<>();
    private final int blocks;

    Rings(int workers) {
        this.blocks = Math.clamp(2L * workers, FEWEST_BLOCKS, MOST_BLOCKS);
    }

    /** {@return a ring for nobody else, with blocks of at least that size} */
    synchronized Ring take(int blockSize) {
        Ring ring = blockSize == Blocks.SIZE ? idle.poll() : null;
        return ring == null ? new Ring(blocks, blockSize) : ring;
    }

    /** Takes back a ring that nobody uses any more. */
    synchronized void giveBack(Ring ring) {
        if (ring.blockSize() == Blocks.SIZE && !ring.isLost()) {
            ring.freeAll();
            idle.push(ring);
        }
    }
}
