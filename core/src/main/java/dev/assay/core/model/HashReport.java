package dev.assay.core.model;

import java.nio.file.Path;
import java.util.List;

/**
 * The digests of one file.
 *
 * @param path the file
 * @param size in bytes, as read
 * @param outcomes one for every hash asked for, in that order
 * @param problems what went wrong; the outcomes are empty when the file could not be read
 * @param cached whether the digests come from the catalog and no byte was read
 */
public record HashReport(
        Path path,
        long size,
        List<HashOutcome> outcomes,
        List<FileProblem> problems,
        boolean cached) {

    /** Copies the lists. */
    public HashReport {
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
    }
}
