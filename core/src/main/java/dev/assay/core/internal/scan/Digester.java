package dev.assay.core.internal.scan;

import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.HashListener;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Progress.Phase;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The hashing stage of a scan: computes what is missing and remembers each file as it is done. */
final class Digester {
    /** Reads a few KB and tells a moved file from a new one. */
    private static final HashId FINGERPRINT = HashId.of("edges8k");

    private final Parts parts;
    private final Reporter reporter;
    private final Tally tally;
    private final Cancellation cancellation;

    Digester(Parts parts, Reporter reporter, Tally tally, Cancellation cancellation) {
        this.parts = parts;
        this.reporter = reporter;
        this.tally = tally;
        this.cancellation = cancellation;
    }

    /** A file and the hashes to compute of it. */
    record Task(Sighting sighting, Set<HashId> wanted) {}

    /** {@return the quick fingerprint of a file; nothing where it cannot be read} */
    Map<HashId, HashOutcome> fingerprint(Inspection inspection) {
        List<HashId> wanted = parts.hashes().installedOf(List.of(FINGERPRINT));
        HashJob job =
                new HashJob(
                        inspection.path(),
                        inspection.facts(),
                        wanted,
                        Workload.of(inspection.size()));
        return lasting(parts.hashing().hash(job, cancellation, _ -> {}).outcomes());
    }

    /** Computes digests; each file is remembered as soon as it is done. */
    void run(List<Task> tasks) {
        Map<HashJob, Task> jobs = jobs(tasks);
        if (jobs.isEmpty()) {
            return;
        }
        Keeper keeper = new Keeper(jobs, new HashProgress(reporter, jobs.keySet()));
        parts.hashing().hashAll(jobs.keySet(), cancellation, keeper);
        reporter.milestone(
                Phase.HASH, jobs.size(), jobs.size(), tally.hashedBytes, tally.hashedBytes);
    }

    private Map<HashJob, Task> jobs(List<Task> tasks) {
        long planned = tasks.stream().mapToLong(task -> task.sighting().file().size()).sum();
        Map<HashJob, Task> jobs = new LinkedHashMap<>();
        for (Task task : tasks) {
            entry(task)
                    .map(entry -> job(entry.inspection(), task, planned))
                    .ifPresent(job -> jobs.put(job, task));
        }
        return jobs;
    }

    private static HashJob job(Inspection inspection, Task task, long planned) {
        return new HashJob(
                inspection.path(),
                inspection.facts(),
                List.copyOf(task.wanted()),
                Workload.of(Math.max(planned, inspection.size())));
    }

    private Optional<CatalogEntry> entry(Task task) {
        return parts.catalog().entry(task.sighting().file().path());
    }

    /** Remembers each file when it is done. */
    private final class Keeper implements HashListener {
        private final Map<HashJob, Task> jobs;
        private final HashProgress progress;

        Keeper(Map<HashJob, Task> jobs, HashProgress progress) {
            this.jobs = jobs;
            this.progress = progress;
        }

        @Override
        public void advanced(HashJob job, long bytes) {
            progress.advanced(job, bytes);
        }

        @Override
        public void finished(HashJob job, FileHashes hashes) {
            tally.hashedBytes += hashes.bytesRead();
            hashes.problem().ifPresent(reporter::problem);
            hashes.outcomes().forEach(outcome -> tellFailed(job, outcome));
            Optional.ofNullable(jobs.get(job)).ifPresent(task -> save(task, hashes));
            progress.finished(job);
        }

        private void save(Task task, FileHashes hashes) {
            Map<HashId, HashOutcome> outcomes = lasting(hashes.outcomes());
            entry(task)
                    .filter(_ -> !outcomes.isEmpty())
                    .ifPresent(entry ->
                            task.sighting()
                                    .session()
                                    .save(entry.withHashes(outcomes), hashes.blockCrcs()));
        }

        private void tellFailed(HashJob job, HashOutcome outcome) {
            if (outcome instanceof HashOutcome.Failed(HashId id, String reason)) {
                reporter.problem(
                        new FileProblem(
                                job.path(),
                                FileProblem.Stage.HASH,
                                "%s could not be computed: %s".formatted(id, reason),
                                "Ask the author of its plugin; the other digests are complete"));
            }
        }
    }

    /** {@return what is true of the bytes whoever computes it; a failure may pass} */
    private static Map<HashId, HashOutcome> lasting(List<HashOutcome> outcomes) {
        Map<HashId, HashOutcome> lasting = new LinkedHashMap<>();
        for (HashOutcome outcome : outcomes) {
            if (!(outcome instanceof HashOutcome.Failed)) {
                lasting.put(outcome.id(), outcome);
            }
        }
        return lasting;
    }
}
