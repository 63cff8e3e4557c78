package dev.assay.core.internal.scan;

import static java.util.Objects.requireNonNull;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.HashListener;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.plugin.HashRegistry;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.internal.walk.WalkSink;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.JobListener;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Computes the digests of files that a user names, without remembering them. */
public final class Hashes {
    /** Ours that read what a header points to; a stranger's may want to know the header too. */
    private static final Set<HashId> OF_A_HEADER =
            Set.of(HashId.of("payload-sha256"), HashId.of("autov3"));

    private final Inspector inspector;
    private final HashRegistry registry;
    private final Hashing hashing;
    private final Optional<Catalog> catalog;

    /** Works with these; the catalog answers for what it knows to be unchanged. */
    public Hashes(
            Inspector inspector,
            HashRegistry registry,
            Hashing hashing,
            Optional<Catalog> catalog) {
        this.inspector = inspector;
        this.registry = registry;
        this.hashing = hashing;
        this.catalog = catalog;
    }

    /** Hashes files and gives the results out in the order of the paths. */
    public void run(
            List<Path> paths,
            List<HashId> wanted,
            JobListener listener,
            Cancellation cancellation,
            Consumer<HashReport> each) {
        Reporter reporter = new Reporter(listener);
        InOrder results = new InOrder(each);
        IdentityHashMap<HashJob, Integer> jobs = new IdentityHashMap<>();
        List<HashJob> ordered = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (Path path : paths) {
            collect(path, targets, results, cancellation);
        }
        long planned = targets.stream().mapToLong(target -> target.file().size()).sum();
        for (Target target : targets) {
            FileStat file = target.file();
            Optional<HashReport> known = fromCatalog(file, wanted);
            if (known.isPresent()) {
                results.put(target.place(), known.get());
            } else {
                HashJob job =
                        new HashJob(file.path(), facts(file, wanted), wanted, run(planned, file))
                                .digestsOnly()
                                .on(file.volume());
                jobs.put(job, target.place());
                ordered.add(job);
            }
        }
        HashProgress progress = new HashProgress(reporter, ordered);
        hashing.hashAll(ordered, cancellation, new Deliverer(jobs, results, progress));
    }

    /** A file, and its place among the results. */
    private record Target(FileStat file, int place) {}

    private static Workload run(long planned, FileStat file) {
        return Workload.of(Math.max(planned, file.size()));
    }

    private static void collect(
            Path path, List<Target> targets, InOrder results, Cancellation cancellation) {
        WalkSink sink =
                new WalkSink() {
                    @Override
                    public void files(List<FileStat> found) {
                        found.forEach(file -> targets.add(new Target(file, results.reserve())));
                    }

                    @Override
                    public void problem(FileProblem problem) {
                        results.put(
                                results.reserve(),
                                new HashReport(
                                        problem.path(), 0, List.of(), List.of(problem), false));
                    }
                };
        TreeWalk.walk(path, WalkOptions.models(), sink, cancellation);
    }

    private FileFacts facts(FileStat file, List<HashId> wanted) {
        return wanted.stream().anyMatch(this::needsHeader)
                ? inspector.inspect(file.path()).facts()
                : FileFacts.ofSize(file.size());
    }

    private boolean needsHeader(HashId id) {
        return OF_A_HEADER.contains(id) || !registry.isOurs(id);
    }

    private Optional<HashReport> fromCatalog(FileStat file, List<HashId> wanted) {
        return catalog.flatMap(known -> known.entry(file.path()))
                .filter(entry -> file.unchangedFrom(entry.file()))
                .filter(entry -> entry.hashes().keySet().containsAll(wanted))
                .map(entry -> report(file, entry, wanted));
    }

    private static HashReport report(FileStat file, CatalogEntry entry, List<HashId> wanted) {
        List<HashOutcome> outcomes =
                wanted.stream()
                        .flatMap(id -> Optional.ofNullable(entry.hashes().get(id)).stream())
                        .toList();
        return new HashReport(file.path(), file.size(), outcomes, List.of(), true);
    }

    /** Hands each finished file on. */
    private record Deliverer(
            IdentityHashMap<HashJob, Integer> places, InOrder results, HashProgress progress)
            implements HashListener {

        @Override
        public void advanced(HashJob job, long bytes) {
            progress.advanced(job, bytes);
        }

        @Override
        public void finished(List<Done> files) {
            for (Done file : files) {
                progress.finished(file.job());
                results.put(requireNonNull(places.get(file.job())), report(file));
            }
        }

        private static HashReport report(Done file) {
            return new HashReport(
                    file.job().path(),
                    file.job().facts().size(),
                    file.hashes().outcomes(),
                    file.hashes().problem().stream().toList(),
                    false);
        }
    }

    /** Gives results out in the order their places were reserved in, each as soon as it can be. */
    private static final class InOrder {
        private final Consumer<HashReport> each;
        private final List<@Nullable HashReport> waiting = new ArrayList<>();
        private int given;

        InOrder(Consumer<HashReport> each) {
            this.each = each;
        }

        int reserve() {
            waiting.add(null);
            return waiting.size() - 1;
        }

        void put(int place, HashReport report) {
            waiting.set(place, report);
            while (given < waiting.size()) {
                HashReport next = waiting.get(given);
                if (next == null) {
                    return;
                }
                waiting.set(given, null);
                given++;
                each.accept(next);
            }
        }
    }
}
