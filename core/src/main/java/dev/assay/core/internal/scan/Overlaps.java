package dev.assay.core.internal.scan;

import dev.assay.core.internal.walk.WalkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of one scan that lie in one another. */
final class Overlaps {
    private Overlaps() {}

    /**
     * {@return the folders to walk, absolute and each once} One that lies in another is found on
     * the walk of that one, and would be counted twice if it had a walk of its own; unless that
     * walk might not get there.
     */
    static List<Path> resolved(List<Path> roots, WalkOptions options) {
        List<Path> all =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).distinct().toList();
        if (!options.followLinks() || options.maxDepth() != Integer.MAX_VALUE) {
            return all;
        }
        return all.stream().filter(root -> !isReached(root, all)).toList();
    }

    private static boolean isReached(Path root, List<Path> all) {
        return all.stream().anyMatch(other -> !root.equals(other) && root.startsWith(other))
                && Files.isDirectory(root);
    }
}
