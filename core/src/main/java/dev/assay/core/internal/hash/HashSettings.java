package dev.assay.core.internal.hash;

import dev.assay.core.internal.walk.WalkOptions;
import java.time.Duration;

/**
 * How {@link Hashing} uses the machine.
 *
 * @param threads threads that compute
 * @param readersPerSlowDisk how many files of one spinning or network disk are read at a time
 * @param stallLimit how long a file system may bring nothing until a file is given up
 */
public record HashSettings(int threads, int readersPerSlowDisk, Duration stallLimit) {
    /** The most threads or readers: far more than help anywhere, and few enough to be had. */
    public static final int MOST = 1024;

    /** Refuses less than one thread or reader, and more than 1024. */
    public HashSettings {
        check(threads, "threads");
        check(readersPerSlowDisk, "readers");
    }

    private static void check(int count, String what) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "From 1 to %d %s can be had: %d".formatted(MOST, what, count));
        }
    }

    /** {@return one thread for each core, one reader for each slow disk, a walk's stall limit} */
    public static HashSettings defaults() {
        return new HashSettings(
                Math.min(MOST, Runtime.getRuntime().availableProcessors()),
                1,
                WalkOptions.models().stallLimit());
    }

    /** {@return the same with another number of threads} */
    public HashSettings withThreads(int count) {
        return new HashSettings(count, readersPerSlowDisk, stallLimit);
    }

    /** {@return the same with another number of readers for each slow disk} */
    public HashSettings withReadersPerSlowDisk(int count) {
        return new HashSettings(threads, count, stallLimit);
    }

    /** {@return the same, waiting this long for a file system that brings nothing} */
    public HashSettings givingUpAfter(Duration limit) {
        return new HashSettings(threads, readersPerSlowDisk, limit);
    }
}
