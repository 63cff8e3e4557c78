package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Known;
import dev.assay.core.internal.catalog.Quiet;
import dev.assay.core.internal.catalog.ScanSession;
import dev.assay.core.internal.catalog.Swept;
import dev.assay.core.internal.scan.HeaderReader.Read;
import dev.assay.core.internal.scan.HeaderReader.Unread;
import dev.assay.core.internal.scan.Tally.Novelty;
import dev.assay.core.internal.walk.Glimpse;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.internal.walk.WalkSink;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Progress.Phase;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The first stages of a scan: finds files, asks the catalog about them, and reads the headers of
 * those that are new or changed. What it finds is remembered lot by lot, as it is found.
 */
final class Discovery {
    private final Parts parts;
    private final HeaderReader headers;
    private final Reporter reporter;
    private final Tally tally;
    private final Cancellation cancellation;
    private final Function<Quiet, List<Known.Unchanged>> toDo;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Quiet> quiet = new ArrayList<>();
    private final Set<Path> touched = new HashSet<>();
    private final Set<Long> missing = new HashSet<>();

    Discovery(
            Parts parts,
            HeaderReader headers,
            Reporter reporter,
            Tally tally,
            Cancellation cancellation,
            Function<Quiet, List<Known.Unchanged>> toDo) {
        this.parts = parts;
        this.headers = headers;
        this.reporter = reporter;
        this.tally = tally;
        this.cancellation = cancellation;
        this.toDo = toDo;
    }

    /** Walks a tree, and at its end tells what is gone from it. */
    void walk(Path root, WalkOptions options) {
        ScanSession session = parts.catalog().scan(root);
        TreeWalk.walk(root, options, sink(session), cancellation);
        Swept swept = session.finish();
        missing.addAll(swept.missing());
        swept.why().ifPresent(why -> reporter.problem(offline(root, why, swept.offline())));
        takeQuiet(session.quiet());
    }

    private static FileProblem offline(Path root, String why, int files) {
        return new FileProblem(
                root,
                FileProblem.Stage.CATALOG,
                "%s; of the files known in it %,d are kept as they were".formatted(why, files),
                "Connect the drive or share and scan again");
    }

    /**
     * Of folders in which nothing changed, looks at those files only that something is to do of.
     */
    private void takeQuiet(Quiet files) {
        quiet.add(files);
        for (Known.Unchanged known : toDo.apply(files)) {
            cancellation.check();
            sightings.add(Sighting.of(known.file(), known.held()));
        }
    }

    /** Looks again at files that are known; one that is gone is a problem. */
    void revisit(List<CatalogEntry> known) {
        Stats stats = new Stats();
        Map<Path, List<FileStat>> byRoot = new LinkedHashMap<>();
        for (CatalogEntry entry : known) {
            try {
                byRoot.computeIfAbsent(entry.root(), _ -> new ArrayList<>())
                        .add(stats.file(entry.file().path()));
            } catch (IOException e) {
                reporter.problem(gone(entry.file().path()));
            }
        }
        byRoot.forEach((root, files) -> take(parts.catalog().scan(root), files));
    }

    private static FileProblem gone(Path path) {
        return new FileProblem(
                path,
                FileProblem.Stage.WALK,
                "The file is not where it was",
                "Scan its folder again, or attach its drive");
    }

    /** {@return the files of folders in which nothing changed, root by root} */
    List<Quiet> quiet() {
        return quiet;
    }

    /** {@return how many files are gone; one may have turned up in a folder that came later} */
    int missing() {
        return parts.catalog().statistics().missingAmong(missing);
    }

    /** {@return the paths of the files that are new, changed, or known under another path} */
    Set<Path> touched() {
        return touched;
    }

    /** {@return the files found, in the order they were found in} */
    List<Sighting> sightings() {
        return sightings;
    }

    private WalkSink sink(ScanSession session) {
        return new WalkSink() {
            @Override
            public void files(List<FileStat> files) {
                take(session, files);
            }

            @Override
            public void folder(List<Glimpse> files, boolean whole) {
                cancellation.check();
                if (whole && session.isUnchanged(files)) {
                    tally.unchanged += files.size();
                    step(files.getLast().path());
                } else {
                    WalkSink.super.folder(files, whole);
                }
            }

            @Override
            public void problem(FileProblem problem) {
                reporter.problem(problem);
            }
        };
    }

    private void take(ScanSession session, List<FileStat> files) {
        List<Unread> unread = new ArrayList<>();
        for (Known known : session.lookUp(files)) {
            cancellation.check();
            take(session, known).ifPresent(unread::add);
        }
        headers.read(unread, read -> remember(session, read));
        step(files.getLast().path());
    }

    /** {@return the file, when its header has to be read} */
    private Optional<Unread> take(ScanSession session, Known known) {
        if (!(known instanceof Known.Unchanged)) {
            touched.add(known.file().path());
        }
        return switch (known) {
            case Known.New(FileStat file) ->
                    Optional.of(unread(session, file, Novelty.FRESH, Set.of()));
            case Known.Changed(FileStat file, var held) ->
                    Optional.of(unread(session, file, Novelty.CHANGED, held.settled()));
            case Known.Unchanged(FileStat file, var held) -> {
                if (held.missing() || !held.headerCurrent()) {
                    yield adopt(session, known, Novelty.UNCHANGED, held.headerCurrent());
                }
                add(Sighting.of(file, held), Novelty.UNCHANGED);
                yield Optional.empty();
            }
            case Known.Moved(FileStat _, var held) ->
                    adopt(session, known, Novelty.MOVED, held.headerCurrent());
            case Known.Linked(FileStat _, var held, var nameKnown) ->
                    adopt(
                            session,
                            known,
                            nameKnown ? Novelty.CHANGED : Novelty.FRESH,
                            held.headerCurrent());
        };
    }

    private void add(Sighting sighting, Novelty novelty) {
        sightings.add(sighting);
        tally.count(novelty);
    }

    private static Unread unread(
            ScanSession session, FileStat file, Novelty novelty, Set<HashId> lost) {
        return new Unread(file, novelty, session.root(), Optional.empty(), lost);
    }

    /** Takes over what is known of the bytes; only a header read by older rules is read again. */
    private Optional<Unread> adopt(
            ScanSession session, Known known, Novelty novelty, boolean headerCurrent) {
        Optional<CatalogEntry> adopted = session.adopt(known);
        if (adopted.isEmpty()) {
            return Optional.of(unread(session, known.file(), novelty, Set.of()));
        }
        CatalogEntry entry = adopted.get();
        if (headerCurrent) {
            add(Sighting.of(entry, Set.of()), novelty);
            return Optional.empty();
        }
        return Optional.of(
                new Unread(known.file(), novelty, entry.root(), hashes(entry), Set.of()));
    }

    /** {@return what is known of its bytes; nothing when they were never read} */
    private static Optional<Map<HashId, HashOutcome>> hashes(CatalogEntry entry) {
        return Optional.of(entry.hashes()).filter(known -> !known.isEmpty());
    }

    private void remember(ScanSession session, List<Read> read) {
        List<CatalogEntry> saved = session.saveAll(read.stream().map(Read::file).toList());
        for (int i = 0; i < saved.size(); i++) {
            remember(saved.get(i), read.get(i));
        }
        step(saved.getLast().file().path());
    }

    private void remember(CatalogEntry saved, Read read) {
        tally.hashedBytes += read.hashedBytes();
        tally.smallHashed += read.hashedBytes() > 0 ? 1 : 0;
        add(Sighting.of(saved, read.from().lost()), read.from().novelty());
        saved.inspection().problems().forEach(reporter::problem);
    }

    private void step(Path current) {
        reporter.step(Phase.HEADERS, tally.found(), 0, current);
    }
}
