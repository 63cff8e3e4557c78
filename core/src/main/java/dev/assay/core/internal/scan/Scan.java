package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Known;
import dev.assay.core.internal.catalog.Quiet;
import dev.assay.core.internal.identify.Order;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Category;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.Hint;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.Progress.Phase;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One job from files to report: find, read headers, hash, look up, each stage adding to what the
 * one before it remembered. Stopping it keeps everything remembered so far.
 */
public final class Scan {
    private final Parts parts;
    private final Terms terms;
    private final Reporter reporter;
    private final Tally tally = new Tally();
    private final Digester digester;
    private final HeaderReader headers;
    private final Discovery discovery;
    private final LookupStage lookups;
    private final Set<HashId> installed;

    private Scan(Parts parts, Terms terms, JobListener listener, Cancellation cancellation) {
        this.parts = parts;
        this.terms = terms;
        this.reporter = new Reporter(listener);
        this.digester = new Digester(parts, ofEvery(), reporter, tally, cancellation);
        this.headers =
                new HeaderReader(
                        parts.inspector(),
                        digester,
                        parts.hashing().threads(),
                        WalkOptions.models().stallLimit(),
                        cancellation);
        this.discovery = new Discovery(parts, headers, reporter, tally, cancellation, this::toDo);
        this.lookups = new LookupStage(parts, terms.order(), reporter, tally, cancellation);
        this.installed = parts.hashes().byId().keySet();
    }

    /**
     * How far a job goes.
     *
     * @param hash which files get full digests
     * @param identify which files are looked up
     * @param rehash whether to compute again what is known
     * @param order how to ask
     * @param touchedOnly whether to report only what is new, changed or moved
     */
    public record Terms(
            HashChoice hash,
            IdentifyChoice identify,
            boolean rehash,
            Order order,
            boolean touchedOnly) {

        /** {@return the terms of a scan} */
        public static Terms of(ScanRequest request) {
            return new Terms(
                    request.hash(),
                    request.identify(),
                    request.rehash(),
                    new Order(request.maxRequests(), request.refresh(), request.anonymous(), false),
                    request.touchedOnly());
        }
    }

    /** {@return the result of a scan of folders} */
    public static ScanReport ofFolders(
            Parts parts, ScanRequest request, JobListener listener, Cancellation cancellation) {
        WalkOptions options =
                WalkOptions.models().following(request.followLinks()).atMost(request.maxDepth());
        return ofFolders(
                parts,
                Overlaps.resolved(request.roots(), options),
                options,
                Terms.of(request),
                listener,
                cancellation);
    }

    /** {@return the result of a scan of folders on terms of its own} */
    public static ScanReport ofFolders(
            Parts parts,
            List<Path> roots,
            WalkOptions options,
            Terms terms,
            JobListener listener,
            Cancellation cancellation) {
        return new Scan(parts, terms, listener, cancellation)
                .run(discovery -> roots.forEach(root -> discovery.walk(root, options)));
    }

    /** {@return the result of looking at files again that are known} */
    public static ScanReport ofKnown(
            Parts parts,
            List<CatalogEntry> known,
            Terms terms,
            JobListener listener,
            Cancellation cancellation) {
        return new Scan(parts, terms, listener, cancellation)
                .run(discovery -> discovery.revisit(known));
    }

    /** {@return whether a provider, allowed or not, would be asked about this file} */
    public static boolean isOpen(Parts parts, CatalogEntry entry, Order order) {
        return LookupStage.isOpen(parts, entry, order);
    }

    private ScanReport run(Consumer<Discovery> find) {
        boolean cancelled = false;
        try {
            reporter.milestone(Phase.WALK, 0, 0, 0, 0);
            find.accept(discovery);
            reporter.milestone(Phase.HEADERS, tally.found(), tally.found(), 0, 0);
            hash();
            lookUp();
        } catch (CancellationException e) {
            cancelled = true;
        } finally {
            headers.close();
        }
        return report(cancelled);
    }

    private List<Sighting> found() {
        return discovery.sightings();
    }

    private void hash() {
        List<Digester.Task> tasks = new ArrayList<>();
        for (Sighting sighting : found()) {
            Set<HashId> wanted = wanted(sighting);
            if (!wanted.isEmpty()) {
                tasks.add(new Digester.Task(sighting, wanted));
            }
        }
        digester.run(tasks);
    }

    /** The digests of every new file; when known ones are computed again, all are in one go. */
    private List<HashId> ofEvery() {
        return switch (terms.hash()) {
            case HashChoice.Every(List<HashId> hashes) ->
                    terms.rehash() ? List.of() : parts.hashes().installedOf(hashes);
            case HashChoice.AsNeeded _ -> List.of();
        };
    }

    /**
     * The digests to compute of a file: those asked for and those that got lost, less the known.
     */
    private Set<HashId> wanted(Sighting sighting) {
        Set<HashId> wanted = new LinkedHashSet<>(sighting.lost());
        switch (terms.hash()) {
            case HashChoice.Every(List<HashId> hashes) -> wanted.addAll(hashes);
            case HashChoice.AsNeeded _ -> {
                if (isToBeAsked(sighting) && lookups.isOpen(sighting)) {
                    wanted.addAll(HashChoice.DEFAULT_HASHES);
                }
            }
        }
        wanted.retainAll(installed);
        if (!terms.rehash()) {
            wanted.removeAll(sighting.settled());
        }
        return wanted;
    }

    /**
     * {@return of files that did not change, those that may need digests or have to be asked about}
     */
    private List<Known.Unchanged> toDo(Quiet files) {
        if (files.size() == 0) {
            return List.of();
        }
        Map<Long, Known.Unchanged> some = new LinkedHashMap<>();
        asked(files).forEach(file -> some.put(file.held().id(), file));
        unhashed(files).forEach(file -> some.put(file.held().id(), file));
        return List.copyOf(some.values());
    }

    private List<Known.Unchanged> asked(Quiet files) {
        return switch (terms.identify()) {
            case ALL -> files.all();
            case OTHER -> files.others();
            case NONE -> List.of();
        };
    }

    private List<Known.Unchanged> unhashed(Quiet files) {
        return switch (terms.hash()) {
            case HashChoice.Every(List<HashId> hashes) ->
                    terms.rehash()
                            ? files.all()
                            : files.lacking(parts.hashes().installedOf(hashes));
            case HashChoice.AsNeeded _ -> List.of();
        };
    }

    private boolean isToBeAsked(Sighting sighting) {
        return switch (terms.identify()) {
            case ALL -> true;
            case OTHER -> sighting.category() == Category.OTHER;
            case NONE -> false;
        };
    }

    private void lookUp() {
        List<Sighting> asked = found().stream().filter(this::isToBeAsked).toList();
        if (!asked.isEmpty()) {
            lookups.run(asked);
        }
    }

    private ScanReport report(boolean cancelled) {
        List<CatalogEntry> sighted = sighted();
        Collection<CatalogEntry> troubled = troubled(sighted);
        List<FileProblem> problems = problems(troubled);
        sighted.forEach(reporter::finished);
        return new ScanReport(
                entries(sighted),
                problems,
                parts.pluginProblems().get(),
                hints(),
                lookups.unanswered(),
                tally.summary(
                        sighted, discovery.quiet(), discovery.missing(), unreadable(troubled)),
                cancelled);
    }

    /** Those of headers come last, by path, whenever they were found; known ones are told now. */
    private List<FileProblem> problems(Collection<CatalogEntry> troubled) {
        Set<FileProblem> ofHeaders = new LinkedHashSet<>();
        troubled.forEach(entry -> ofHeaders.addAll(entry.inspection().problems()));
        ofHeaders.forEach(reporter::problem);
        List<FileProblem> problems = new ArrayList<>(reporter.problems());
        problems.removeAll(ofHeaders);
        problems.addAll(ofHeaders);
        return problems;
    }

    private List<CatalogEntry> entries(List<CatalogEntry> sighted) {
        if (terms.touchedOnly()) {
            return sighted.stream()
                    .filter(entry -> discovery.touched().contains(entry.file().path()))
                    .toList();
        }
        if (discovery.quiet().stream().allMatch(files -> files.size() == 0)) {
            return sighted;
        }
        Map<Path, CatalogEntry> byPath = new TreeMap<>();
        for (Quiet files : discovery.quiet()) {
            files.entries(entry -> byPath.put(entry.file().path(), entry));
        }
        sighted.forEach(entry -> byPath.put(entry.file().path(), entry));
        return List.copyOf(byPath.values());
    }

    private List<CatalogEntry> sighted() {
        Map<Path, Sighting> byPath = new TreeMap<>();
        found().forEach(sighting -> byPath.putIfAbsent(sighting.file().path(), sighting));
        return byPath.values().stream()
                .flatMap(sighting -> sighting.entry(parts.catalog()).stream())
                .toList();
    }

    /** {@return the files with something wrong in their header, by path} */
    private Collection<CatalogEntry> troubled(List<CatalogEntry> sighted) {
        Map<Path, CatalogEntry> byPath = new TreeMap<>();
        discovery.quiet().stream()
                .flatMap(files -> files.troubled().stream())
                .forEach(entry -> byPath.put(entry.file().path(), entry));
        sighted.stream()
                .filter(entry -> !entry.inspection().problems().isEmpty())
                .forEach(entry -> byPath.put(entry.file().path(), entry));
        return byPath.values();
    }

    private static int unreadable(Collection<CatalogEntry> troubled) {
        return (int)
                troubled.stream()
                        .filter(entry -> entry.inspection().state() == FileState.UNREADABLE)
                        .count();
    }

    /** What a damaged catalog lost, and what was not asked for want of a token; each said once. */
    private List<Hint> hints() {
        List<Hint> hints = new ArrayList<>();
        parts.catalog().recovery().map(Hint.Recovered::new).ifPresent(hints::add);
        List<Sighting> asked = found().stream().filter(this::isToBeAsked).toList();
        lookups.notAllowed(asked).stream().map(Hint.NotAsked::new).forEach(hints::add);
        return hints;
    }
}
