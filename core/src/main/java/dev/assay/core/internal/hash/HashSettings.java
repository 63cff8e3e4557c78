package dev.assay.core.internal.hash;

/**
 * How {@link Hashing} uses the machine.
 *
 * @param threads threads that compute
 * @param readersPerSlowDisk how many files of one spinning or network disk are read at a time
 */
public record HashSettings(int threads, int readersPerSlowDisk) {

    /** Refuses less than one thread or reader. */
    public HashSettings {
        if (threads < 1 || readersPerSlowDisk < 1) {
            throw new IllegalArgumentException("At least one thread and one reader are needed");
        }
    }

    /** {@return one thread for each core, one reader for each slow disk} */
    public static HashSettings defaults() {
        return new HashSettings(Runtime.getRuntime().availableProcessors(), 1);
    }

    /** {@return the same with another number of threads} */
    public HashSettings withThreads(int count) {
        return new HashSettings(count, readersPerSlowDisk);
    }

    /** {@return the same with another number of readers for each slow disk} */
    public HashSettings withReadersPerSlowDisk(int count) {
        return new HashSettings(threads, count);
    }
}
