package dev.assay.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which files to look up.
 *
 * @param paths files, or folders for all known files below them; empty for every file that is not
 *     identified yet
 * @param provider only this one
 * @param anonymous whether providers may be asked without a token
 * @param refresh whether to ask again whatever is known
 * @param quick whether to ask by what the headers claim, without hashing
 * @param maxRequests budget for questions that cost a request each
 */
public record IdentifyRequest(
        List<Path> paths,
        Optional<String> provider,
        boolean anonymous,
        boolean refresh,
        boolean quick,
        int maxRequests) {

    /** Copies the list. */
    public IdentifyRequest {
        paths = List.copyOf(paths);
    }
}
