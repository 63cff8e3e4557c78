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
}
