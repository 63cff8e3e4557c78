package dev.assay.core.internal.scan;

import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.model.Progress;
import dev.assay.core.model.Progress.Phase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up how far the digests are, in the file at hand and in all. Safe for many threads. */
final class HashProgress {
    private final Reporter reporter;
    private final int files;
    private final long total;
    private final Map<HashJob, Long> underWay = new HashMap<>();
    private int done;
    private long bytes;

    HashProgress(Reporter reporter, Collection<HashJob> jobs) {
        this.reporter = reporter;
        this.files = jobs.size();
        this.total = jobs.stream().mapToLong(job -> job.facts().size()).sum();
        reporter.milestone(Phase.HASH, 0, files, 0, total);
    }

    synchronized void advanced(HashJob job, long more) {
        bytes += more;
        long here = underWay.merge(job, more, Long::sum);
        reporter.progress(
                new Progress(
                        Phase.HASH,
                        done,
                        files,
                        Math.min(bytes, total),
                        total,
                        Optional.of(job.path()),
                        Math.min(here, job.facts().size()),
                        job.facts().size()));
    }

    synchronized void finished(HashJob job) {
        underWay.remove(job);
        done++;
    }
}
