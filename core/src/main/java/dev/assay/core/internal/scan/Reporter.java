package dev.assay.core.internal.scan;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.Progress;
import dev.assay.core.model.Progress.Phase;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Passes a job's news on to its listener, from one thread at a time and progress at most ten times
 * a second, and keeps the problems for the report.
 */
final class Reporter {
    private static final long INTERVAL_NANOS = 100_000_000;

    private final JobListener listener;
    private final Set<FileProblem> problems = new LinkedHashSet<>();
    private long lastTold = System.nanoTime() - INTERVAL_NANOS;

    Reporter(JobListener listener) {
        this.listener = listener;
    }

    /** Tells that a phase began or ended, whatever was told before. */
    synchronized void milestone(
            Phase phase, long files, long filesTotal, long bytes, long bytesTotal) {
        lastTold = System.nanoTime();
        listener.progress(
                new Progress(phase, files, filesTotal, bytes, bytesTotal, Optional.empty(), 0, 0));
    }

    /** Tells that a file is being worked on, when it is time to say something again. */
    synchronized void step(Phase phase, long files, long filesTotal, Path current) {
        if (isTime()) {
            listener.progress(
                    new Progress(phase, files, filesTotal, 0, 0, Optional.of(current), 0, 0));
        }
    }

    /** Tells how far the digests are, when it is time to say something again. */
    synchronized void progress(Progress progress) {
        if (isTime()) {
            listener.progress(progress);
        }
    }

    private boolean isTime() {
        long now = System.nanoTime();
        if (now - lastTold < INTERVAL_NANOS) {
            return false;
        }
        lastTold = now;
        return true;
    }

    /** Tells a problem, unless it was told already. */
    synchronized void problem(FileProblem problem) {
        if (problems.add(problem)) {
            listener.problem(problem);
        }
    }

    synchronized void finished(CatalogEntry entry) {
        listener.finished(entry);
    }

    /** {@return the problems told so far} */
    synchronized List<FileProblem> problems() {
        return List.copyOf(problems);
    }
}
