package dev.assay.core.model;

/**
 * Hears how a job goes on. Called from one thread at a time, not always the same one; a method must
 * be quick, since the job waits for it. Every method does nothing by default.
 */
public interface JobListener {

    /** A listener that hears nothing. */
    JobListener NONE = new JobListener() {};

    /**
     * The job got on; at most about ten times a second, and at the start and end of a phase.
     *
     * @param progress how far it is
     */
    default void progress(Progress progress) {}

    /**
     * A file got into trouble; the job goes on.
     *
     * @param problem the trouble
     */
    default void problem(FileProblem problem) {}

    /**
     * A file is finished and remembered. Not told of files in folders in which nothing changed.
     *
     * @param entry what is known of it now
     */
    default void finished(CatalogEntry entry) {}
}
