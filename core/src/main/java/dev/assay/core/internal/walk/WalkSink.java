package dev.assay.core.internal.walk;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import java.util.List;

/** Takes what a walk finds, on the thread that walks. */
public interface WalkSink {

    /** Takes some files, which lie in one folder. A folder may come in several lots. */
    void files(List<FileStat> files);

    /** Takes what could not be looked at, and why. */
    void problem(FileProblem problem);

    /**
     * Takes the files of a folder, at least one; by default {@link #files} does.
     *
     * @param whole whether those are all; a very large folder comes in parts, none of which is
     *     whole, and so does one that could not be listed to its end
     */
    default void folder(List<Glimpse> files, boolean whole) {
        files(files.stream().map(Glimpse::stat).toList());
    }
}
