package dev.assay.core.internal.hash;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory outside the heap that files are read into.
 *
 * <p>Mapping files instead would save a copy of about 5 %, but a mapped file that gets shorter
 * kills the virtual machine's thread in the middle of a plugin, and cold files are read twice as
 * slowly, since every page fault stops a hasher.
 */
final class Blocks {
    /** Bytes of a block; larger only for a hash with larger segments. */
    static final int SIZE = 1 << 20;

    /** The largest segment that a hash may ask for. */
    static final int LARGEST = 4 << 20;

    /** What direct reading needs positions and addresses to be a multiple of. */
    static final int ALIGNMENT = 4096;

    private Blocks() {}

    /** {@return how many bytes to read at a time for these hashes} */
    static int sizeFor(List<Parts> parts) {
        return largest(parts, SIZE);
    }

    /**
     * {@return how many bytes to read at a time for these hashes where each worker reads for
     * itself: few enough to stay in its second-level cache}
     */
    static int smallFor(List<Parts> parts) {
        return largest(parts, BlockCrcs.PIECE);
    }

    private static int largest(List<Parts> parts, int least) {
        int largest = least;
        for (Parts part : parts) {
            largest = Math.max(largest, part.segmentSize());
        }
        return largest;
    }

    /** {@return memory that lives as long as anybody refers to it} */
    static MemorySegment allocate(int size) {
        return Arena.ofAuto().allocate(size, ALIGNMENT);
    }

    static Stream<MemorySegment> allocate(int count, int size) {
        return Stream.generate(() -> allocate(size)).limit(count);
    }
}
