package dev.assay.hash.blake3;

import java.lang.foreign.MemorySegment;

/** One chunk after the other: the reference that the faster ones are held against. */
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
