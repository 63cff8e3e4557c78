package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Known;
import dev.assay.core.internal.catalog.ScanSession;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.internal.walk.TreeWalk;
import dev.assay.core.internal.walk.WalkOptions;
import dev.assay.core.internal.walk.WalkSink;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Progress.Phase;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first stages of a scan: finds files, asks the catalog about them, and reads the headers of
 * those that are new or changed. What it finds is remembered at once.
 */
final class Discovery {
    private final Parts parts;
    private final Digester digester;
    private final Reporter reporter;
    private final Tally tally;
    private final Cancellation cancellation;
    private final List<Sighting> sightings = new ArrayList<>();

    Discovery(
            Parts parts,
            Digester digester,
            Reporter reporter,
            Tally tally,
            Cancellation cancellation) {
        this.parts = parts;
        this.digester = digester;
        this.reporter = reporter;
        this.tally = tally;
        this.cancellation = cancellation;
    }

    /** Walks a tree, and at its end tells what is gone from it. */
    void walk(Path root, WalkOptions options) {
        ScanSession session = parts.catalog().scan(root);
        TreeWalk.walk(root, options, sink(session), cancellation);
        tally.missing += session.finish().missing();
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
            public void problem(FileProblem problem) {
                reporter.problem(problem);
            }
        };
    }

    private void take(ScanSession session, List<FileStat> files) {
        for (Known known : session.lookUp(files)) {
            cancellation.check();
            take(session, known);
            reporter.step(Phase.HEADERS, sightings.size(), 0, known.file().path());
        }
    }

    private void take(ScanSession session, Known known) {
        switch (known) {
            case Known.New(FileStat file) -> {
                tally.fresh++;
                read(session, file, Set.of());
            }
            case Known.Changed(FileStat file, var held) -> {
                tally.changed++;
                read(session, file, held.settled());
            }
            case Known.Unchanged(FileStat file, var held) -> {
                tally.unchanged++;
                if (held.missing() || !held.headerCurrent()) {
                    adopt(session, known, held.headerCurrent());
                } else {
                    sightings.add(
                            new Sighting(file, session, held.category(), held.settled(), Set.of()));
                }
            }
            case Known.Moved(FileStat _, var held) -> {
                tally.moved++;
                adopt(session, known, held.headerCurrent());
            }
            case Known.Linked(FileStat _, var held) -> {
                tally.fresh++;
                adopt(session, known, held.headerCurrent());
            }
        }
    }

    /** Takes over what is known of the bytes; only a header read by older rules is read again. */
    private void adopt(ScanSession session, Known known, boolean headerCurrent) {
        Optional<CatalogEntry> adopted = session.adopt(known);
        if (adopted.isEmpty()) {
            read(session, known.file(), Set.of());
        } else if (headerCurrent) {
            see(session, adopted.get());
        } else {
            CatalogEntry before = adopted.get();
            remember(
                    session,
                    CatalogEntry.seen(
                            known.file(), before.root(), inspect(known.file()), before.hashes()));
        }
    }

    private void read(ScanSession session, FileStat file, Set<HashId> lost) {
        Inspection inspection = inspect(file);
        CatalogEntry entry =
                CatalogEntry.seen(
                        file, session.root(), inspection, digester.fingerprint(inspection));
        session.save(entry, List.of());
        sightings.add(new Sighting(file, session, entry.category(), entry.hashes().keySet(), lost));
    }

    private Inspection inspect(FileStat file) {
        return parts.inspector().inspect(file.path());
    }

    private void remember(ScanSession session, CatalogEntry entry) {
        session.save(entry, List.of());
        see(session, entry);
    }

    private void see(ScanSession session, CatalogEntry entry) {
        sightings.add(
                new Sighting(
                        entry.file(),
                        session,
                        entry.category(),
                        entry.hashes().keySet(),
                        Set.of()));
    }
}
