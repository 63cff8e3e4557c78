package dev.assay.core.internal.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Finds the files of a root that are gone, and never mistakes a drive that is away for that. */
final class Sweep {
    private final Catalog catalog;
    private final Path root;
    private final Quiet quiet;
    private final LongPredicate unseen;
    private final Map<Path, Optional<String>> volumes = new HashMap<>();
    private final Set<Long> missing = new HashSet<>();
    private int offline;

    Sweep(Catalog catalog, Path root, Quiet quiet, LongPredicate unseen) {
        this.catalog = catalog;
        this.root = root;
        this.quiet = quiet;
        this.unseen = unseen;
    }

    Swept run() {
        List<FileRow> candidates = catalog.read(this::unseenRows);
        if (candidates.isEmpty()) {
            return new Swept(Set.of(), 0, Optional.empty());
        }
        Optional<String> away = whyAway();
        if (away.isPresent()) {
            return Swept.offline(candidates.size(), away.get());
        }
        catalog.change(sql -> mark(sql, candidates));
        return new Swept(
                missing,
                offline,
                offline == 0
                        ? Optional.empty()
                        : Optional.of("Part of it lies on a drive that is not connected"));
    }

    /** Of folders in which nothing changed, only what was gone before can still be gone. */
    private List<FileRow> unseenRows(Sql sql) throws SQLException {
        List<FileRow> rows = new ArrayList<>();
        for (long folder : changedFolders(sql)) {
            sql.each(
                    "SELECT " + FileRow.COLUMNS + " FROM file f WHERE f.folder = ?",
                    row -> {
                        if (unseen.test(row.getLong(1))) {
                            rows.add(FileRow.of(row));
                        }
                    },
                    folder);
        }
        sql.each(
                "SELECT "
                        + FileRow.COLUMNS
                        + ", f.folder FROM file f INDEXED BY file_gone"
                        + " JOIN folder d ON d.id = f.folder WHERE f.presence <> 0 AND "
                        + Places.Range.CONDITION,
                row -> {
                    if (quiet.holds(row.getLong(FileRow.WIDTH + 1))) {
                        rows.add(FileRow.of(row));
                    }
                },
                Places.Range.values(root));
        return rows;
    }

    private List<Long> changedFolders(Sql sql) throws SQLException {
        return sql
                .all(
                        "SELECT d.id FROM folder d WHERE " + Places.Range.CONDITION,
                        row -> row.getLong(1),
                        Places.Range.values(root))
                .stream()
                .filter(id -> !quiet.holds(id))
                .toList();
    }

    private Optional<String> whyAway() {
        if (!Files.isDirectory(root)) {
            return Optional.of("The folder is not there");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            return entries.iterator().hasNext()
                    ? Optional.empty()
                    : Optional.of("The folder is empty");
        } catch (IOException e) {
            return Optional.of("The folder cannot be read");
        }
    }

    private void mark(Sql sql, List<FileRow> rows) throws SQLException {
        for (FileRow row : rows) {
            if (row.presence() == FileRow.DISPLACED) {
                sql.run("DELETE FROM inspection WHERE file = ?", row.id());
                sql.run("DELETE FROM file WHERE id = ?", row.id());
            } else if (ScanSession.isAbsent(row.stat().path())) {
                judge(sql, row);
            }
        }
    }

    private void judge(Sql sql, FileRow row) throws SQLException {
        if (!volumeAbove(row.stat().path()).equals(row.stat().volume())) {
            offline++;
            return;
        }
        missing.add(row.id());
        if (row.presence() == FileRow.HERE) {
            sql.run(
                    "UPDATE file SET presence = 1, gone = ? WHERE id = ?",
                    catalog.clock().instant(),
                    row.id());
        }
    }

    /** {@return the volume of the nearest folder above that is there} */
    private Optional<String> volumeAbove(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            return Optional.empty();
        }
        Optional<String> known = volumes.get(parent);
        if (known == null) {
            known =
                    Files.isDirectory(parent)
                            ? catalog.stats().volume(parent)
                            : volumeAbove(parent);
            volumes.put(parent, known);
        }
        return known;
    }
}
