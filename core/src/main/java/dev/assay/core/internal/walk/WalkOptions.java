package dev.assay.core.internal.walk;

import java.time.Duration;

/**
 * How to walk.
 *
 * @param allFiles whether every regular file counts, or only those with a model's name
 * @param followLinks whether to follow symbolic links below the root; each folder is visited once
 * @param maxDepth folders below the root, 0 for the root's own files
 * @param stallLimit how long the file system may take for one answer before the place is given up
 */
public record WalkOptions(
        boolean allFiles, boolean followLinks, int maxDepth, Duration stallLimit) {
    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);

    /** {@return model files at any depth, links followed} */
    public static WalkOptions models() {
        return new WalkOptions(false, true, Integer.MAX_VALUE, STALL_LIMIT);
    }

    /** {@return the same walk over every regular file, or over model files alone} */
    public WalkOptions everyFile(boolean all) {
        return new WalkOptions(all, followLinks, maxDepth, stallLimit);
    }

    /** {@return the same walk with links followed or passed by} */
    public WalkOptions following(boolean links) {
        return new WalkOptions(allFiles, links, maxDepth, stallLimit);
    }

    /** {@return the same walk, not deeper than this} */
    public WalkOptions atMost(int depth) {
        return new WalkOptions(allFiles, followLinks, depth, stallLimit);
    }

    /** {@return the same walk, waiting this long for a file system that does not answer} */
    public WalkOptions givingUpAfter(Duration limit) {
        return new WalkOptions(allFiles, followLinks, maxDepth, limit);
    }
}
