package dev.assay.core.internal.walk;

import dev.assay.core.model.FileStat;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that is to be listed.
 *
 * @param depth below the root; -1 for a root that may turn out to be a file
 * @param link whether it was reached by a symbolic link
 */
record Folder(Path path, int depth, boolean link, Optional<String> key, Optional<String> volume) {

    static Folder root(Path path) {
        return new Folder(path, -1, false, Optional.empty(), Optional.empty());
    }

    Folder below(Glimpse folder) {
        FileStat stat = folder.stat();
        return new Folder(
                stat.path(), depth + 1, link || stat.symbolicLink(), stat.fileKey(), stat.volume());
    }
}
