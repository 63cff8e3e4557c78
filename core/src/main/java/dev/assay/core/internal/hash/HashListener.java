package dev.assay.core.internal.hash;

/** Hears how a run of {@link Hashing} goes on. Methods must be quick: workers wait for them. */
public interface HashListener {

    /** A listener that hears nothing. */
    HashListener NONE = (job, hashes) -> {};

    /** That many more bytes of a file are done. Called on any worker, also by several at once. */
    default void advanced(HashJob job, long bytes) {}

    /** A file is finished. Called on any worker, by one at a time. */
    void finished(HashJob job, FileHashes hashes);
}
