package dev.assay.core.internal.hash;

import java.util.List;

/** Hears how a run of {@link Hashing} goes on. */
public interface HashListener {

    /** A file that is finished, with what came of it. */
    record Done(HashJob job, FileHashes hashes) {}

    /**
     * That many more bytes of a file are done. Called on any worker, also by several at once; must
     * be quick, since workers wait for it.
     */
    default void advanced(HashJob job, long bytes) {}

    /**
     * Files are finished: all that ended since the last call, at least one. Called on the thread of
     * the run while the workers go on, a few times a second and at the end, so that many small
     * files can be remembered together.
     */
    void finished(List<Done> files);
}
