package dev.assay.core.internal.scan;

import static java.util.Objects.requireNonNull;

import dev.assay.core.internal.catalog.Hashed;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.HashListener;
import dev.assay.core.internal.hash.HeldFile;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Progress.Phase;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The hashing stage of a scan: computes what is missing and remembers it as it is done. */
final class Digester {
    /** Reads a few KB and tells a moved file from a new one. */
    private static final HashId FINGERPRINT = HashId.of("edges8k");

    /** A file below is hashed when its header is read: to open it again would cost as much. */
    private static final long SMALL = HeldFile.LARGEST;

    private final Parts parts;
    private final List<HashId> fingerprint;
    private final List<HashId> ofSmall;
    private final Reporter reporter;
    private final Tally tally;
    private final Cancellation cancellation;

    /**
     * Makes one for a scan.
     *
     * @param ofEvery the digests that every new file gets
     */
    Digester(
            Parts parts,
            List<HashId> ofEvery,
            Reporter reporter,
            Tally tally,
            Cancellation cancellation) {
        this.parts = parts;
        this.fingerprint = parts.hashes().installedOf(List.of(FINGERPRINT));
        this.ofSmall =
                ofEvery.isEmpty()
                        ? List.of()
                        : Stream.concat(fingerprint.stream(), ofEvery.stream()).distinct().toList();
        this.reporter = reporter;
        this.tally = tally;
        this.cancellation = cancellation;
    }

    /** A file and the hashes to compute of it. */
    record Task(Sighting sighting, Set<HashId> wanted) {}

    /** {@return how many bytes of a new file {@link #first} hashes beyond its fingerprint} */
    long soonHashed(FileStat file) {
        return isSoonHashed(file) ? file.size() : 0;
    }

    /** {@return whether a new file is small and gets digests, so that it is best read whole} */
    boolean isSoonHashed(FileStat file) {
        return isSmall(file.size());
    }

    /** {@return such a file, read whole} */
    HeldFile hold(FileStat file) throws IOException {
        return parts.hashing().hold(file.path(), file.size(), file.volume(), cancellation);
    }

    /** {@return the quick fingerprint of a file that is held, and the digests of every file} */
    FileHashes first(HeldFile held, FileStat file, Inspection inspection, long planned) {
        return held.hash(job(file, inspection, ofSmall, planned));
    }

    private boolean isSmall(long size) {
        return size < SMALL && !ofSmall.isEmpty();
    }

    /**
     * {@return the quick fingerprint of a file, and of a small one the digests that every file
     * gets; nothing where it cannot be read}
     *
     * @param planned how many bytes of small files were found so far
     */
    FileHashes first(FileStat file, Inspection inspection, long planned) {
        List<HashId> wanted = isSmall(inspection.size()) ? ofSmall : fingerprint;
        return parts.hashing().hashHere(job(file, inspection, wanted, planned), cancellation);
    }

    /** Computes digests; files are remembered as they are done, a few times a second. */
    void run(List<Task> tasks) {
        long planned = tasks.stream().mapToLong(task -> task.sighting().file().size()).sum();
        List<HashJob> jobs = new ArrayList<>();
        IdentityHashMap<HashJob, Sighting> sightings = new IdentityHashMap<>();
        for (Task task : tasks) {
            task.sighting()
                    .entry(parts.catalog())
                    .filter(Digester::wasRead)
                    .map(entry ->
                            job(
                                    task.sighting().file(),
                                    entry.inspection(),
                                    List.copyOf(task.wanted()),
                                    planned))
                    .ifPresent(job -> {
                        jobs.add(job);
                        sightings.put(job, task.sighting());
                    });
        }
        run(jobs, sightings);
    }

    /** Whose header did not come a moment ago is not asked for more. */
    private static boolean wasRead(CatalogEntry entry) {
        return entry.inspection().state() != FileState.UNREADABLE;
    }

    private void run(List<HashJob> jobs, IdentityHashMap<HashJob, Sighting> sightings) {
        if (jobs.isEmpty()) {
            tellOfSmall();
            return;
        }
        Keeper keeper = new Keeper(sightings, new HashProgress(reporter, jobs));
        parts.hashing().hashAll(jobs, cancellation, keeper);
        reporter.milestone(
                Phase.HASH, jobs.size(), jobs.size(), tally.hashedBytes, tally.hashedBytes);
    }

    /** Digests that came with the headers are the whole of the phase when no others are wanted. */
    private void tellOfSmall() {
        if (tally.smallHashed > 0) {
            reporter.milestone(
                    Phase.HASH,
                    tally.smallHashed,
                    tally.smallHashed,
                    tally.hashedBytes,
                    tally.hashedBytes);
        }
    }

    private static HashJob job(
            FileStat file, Inspection inspection, List<HashId> wanted, long planned) {
        return new HashJob(
                        inspection.path(),
                        facts(file, inspection),
                        wanted,
                        Workload.of(Math.max(planned, inspection.size())))
                .on(file.volume());
    }

    /**
     * Of a file that is no longer what was found there, no digest is remembered: it has changed.
     */
    private static FileFacts facts(FileStat file, Inspection inspection) {
        return inspection.size() == file.size()
                ? inspection.facts()
                : FileFacts.ofSize(file.size());
    }

    /** Remembers files when they are done; only what is remembered counts as done. */
    private final class Keeper implements HashListener {
        private final IdentityHashMap<HashJob, Sighting> all;
        private final HashProgress progress;

        Keeper(IdentityHashMap<HashJob, Sighting> all, HashProgress progress) {
            this.all = all;
            this.progress = progress;
        }

        @Override
        public void advanced(HashJob job, long bytes) {
            progress.advanced(job, bytes);
        }

        @Override
        public void finished(List<Done> files) {
            save(files);
            for (Done file : files) {
                tally.hashedBytes += file.hashes().bytesRead();
                file.hashes().problem().ifPresent(reporter::problem);
                file.hashes().outcomes().forEach(outcome -> tellFailed(file.job(), outcome));
                progress.finished(file.job());
            }
        }

        private void save(List<Done> files) {
            List<Sighting> sightings = new ArrayList<>();
            List<Hashed> hashed = new ArrayList<>();
            for (Done file : files) {
                Sighting sighting = requireNonNull(all.get(file.job()));
                Map<HashId, HashOutcome> outcomes = lasting(file.hashes().outcomes());
                Optional<CatalogEntry> entry = sighting.entry(parts.catalog());
                if (entry.isPresent() && !outcomes.isEmpty()) {
                    sightings.add(sighting);
                    hashed.add(new Hashed(entry.get(), outcomes, file.hashes().blockCrcs()));
                }
            }
            List<Optional<CatalogEntry>> known = parts.catalog().saveHashes(hashed);
            for (int i = 0; i < known.size(); i++) {
                sightings.get(i).update(known.get(i));
            }
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
    static Map<HashId, HashOutcome> lasting(List<HashOutcome> outcomes) {
        Map<HashId, HashOutcome> lasting = new LinkedHashMap<>();
        for (HashOutcome outcome : outcomes) {
            if (!(outcome instanceof HashOutcome.Failed)) {
                lasting.put(outcome.id(), outcome);
            }
        }
        return lasting;
    }
}
