package dev.assay.hash.spi;

/**
 * What the core plans to do in one run, so that an algorithm with a fast but slow-starting
 * implementation can choose between that and a plain one.
 *
 * @param plannedBytes how many bytes the run will hash, as far as the walk knows; at least the
 *     length of the file at hand
 */
public record Workload(long plannedBytes) {

    /** Refuses a negative number of bytes. */
    public Workload {
        if (plannedBytes < 0) {
            throw new IllegalArgumentException("Negative workload: " + plannedBytes);
        }
    }

    /** {@return the workload of a run that hashes this many bytes and no more} */
    public static Workload of(long plannedBytes) {
        return new Workload(plannedBytes);
    }
}
