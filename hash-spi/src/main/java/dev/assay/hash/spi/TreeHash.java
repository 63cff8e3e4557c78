package dev.assay.hash.spi;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A hash whose parts can be computed apart and in any order, such as BLAKE3.
 *
 * <p>It always reads the whole file. The core cuts the file into segments of {@link #segmentSize()}
 * bytes, the last one shorter, and may hand several segments of one file to several threads at
 * once.
 */
public non-sealed interface TreeHash extends HashAlgorithm {

    /**
     * {@return the size of a segment in bytes: a power of two, 64 KiB to 4 MiB, always the same}
     */
    int segmentSize();

    /**
     * Starts a computation.
     *
     * @param length the size of the file in bytes
     * @param run what else the core plans to hash in the same run
     * @return a new computation; called once a file
     */
    Hasher newHasher(long length, Workload run);

    /**
     * Starts a computation over an input whose length nobody knows beforehand, such as a pipe.
     * Which segment is the last, and whether there is more than one, shows only at the end.
     *
     * @param run what the core plans to hash in the same run, as far as it knows
     * @return a new computation, or nothing, the default, when the algorithm cannot do without the
     *     length: it is then undefined for pipes
     */
    default Optional<Hasher> newHasher(Workload run) {
        return Optional.empty();
    }

    /** One computation in progress; safe for use by many threads. */
    interface Hasher {

        /**
         * Takes one segment. Called exactly once for every index, in any order, on any thread. An
         * empty file has one empty segment.
         *
         * @param index which segment, from 0
         * @param bytes read-only, outside the heap, and only valid during this call
         */
        void update(long index, MemorySegment bytes);

        /** {@return the digest; called at most once, and every update happens before it} */
        byte[] finish();
    }
}
