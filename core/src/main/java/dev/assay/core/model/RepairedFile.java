package dev.assay.core.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of putting a good copy in the place of a rotten file.
 *
 * @param path the file
 * @param from the copy that the bytes came from; empty when nothing was repaired
 * @param kept where the rotten file is now; empty when nothing was repaired
 * @param problem why nothing was repaired
 */
public record RepairedFile(
        Path path, Optional<Path> from, Optional<Path> kept, Optional<FileProblem> problem) {

    /** {@return whether the file has its right bytes again} */
    public boolean isRepaired() {
        return kept.isPresent();
    }
}
