package dev.assay.core;

import dev.assay.core.internal.walk.WalkSink;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.Inspection;
import java.util.List;
import java.util.function.Consumer;

/** Inspects what a walk finds; a place that cannot be walked is an inspection that says so. */
record InspectingSink(Library library, Consumer<Inspection> each, Cancellation cancellation)
        implements WalkSink {

    @Override
    public void files(List<FileStat> files) {
        for (FileStat file : files) {
            cancellation.check();
            each.accept(library.inspect(file.path()));
        }
    }

    @Override
    public void problem(FileProblem problem) {
        each.accept(library.inspect(problem.path()));
    }
}
