package dev.assay.core.internal.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is no longer where it was.
 *
 * @param missing files that are gone, newly or since an earlier scan
 * @param offline files that cannot be looked for: their drive or share is not there
 * @param why the root or folder that is not there, in words
 */
public record Swept(int missing, int offline, Optional<String> why) {
    static Swept offline(Path root, int files, String why) {
        return new Swept(0, files, Optional.of(root + " " + why));
    }
}
