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

    /** Refuses less than one thread or reader. */
    public HashSettings {
        if (threads < 1 || readersPerSlowDisk < 1) {
            throw new IllegalArgumentException("At least one thread and one reader are needed");
        }
    }

    /** {@return one thread for each core, one reader for each slow disk, a walk's stall limit} */
    public static HashSettings defaults() {
        return new HashSettings(
                Runtime.getRuntime().availableProcessors(), 1, WalkOptions.models().stallLimit());
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
