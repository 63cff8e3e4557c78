package dev.assay.core.internal.walk;

import dev.assay.core.model.FileProblem;
import java.nio.file.Path;
import java.util.List;

/** What a lister has to say next of the folder it lists. */
sealed interface Found {

    /** Some of its entries. */
    record Lot(List<Glimpse> files, List<Folder> folders, List<FileProblem> problems)
            implements Found {}

    /** That was all. */
    record End() implements Found {}

    /**
     * The file system does not answer.
     *
     * @param at what was asked about
     * @param entry its place in the folder, -1 for the folder itself
     * @param handedOn how many entries before it are done with
     */
    record Stalled(Path at, int entry, int handedOn) implements Found {}
}
