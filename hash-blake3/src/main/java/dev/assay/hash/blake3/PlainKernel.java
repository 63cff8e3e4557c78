package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;

/** One chunk after the other, without vectors: fast from the start, and the reference. */
final class PlainKernel extends Kernel {
    @Override
    boolean whole(
            MemorySegment bytes,
            long offset,
            long length,
            long chunk,
            int root,
            int[] out,
            int at) {
        return false;
    }

    @Override
    String description() {
        return "plain";
    }
}
