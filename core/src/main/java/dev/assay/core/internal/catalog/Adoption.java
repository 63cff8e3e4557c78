package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileStat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes known files over that need not be read: under a new name, a further one, or their own. */
final class Adoption {
    private final Catalog catalog;
    private final FileTable files;
    private final Places places;
    private final Entries entries;
    private final Path root;

    /** Of files that a scan of this root finds. */
    Adoption(Catalog catalog, Path root) {
        this.catalog = catalog;
        this.files = catalog.files();
        this.places = catalog.places();
        this.entries = catalog.assembled();
        this.root = root;
    }

    /**
     * {@return the entry of a file that was taken over; nothing when the catalog changed since it
     * was looked up, or what it holds is damaged}
     */
    Optional<CatalogEntry> adopt(Known known) {
        return catalog.write(sql ->
                switch (known) {
                    case Known.Moved(var file, var held) -> move(sql, file, held);
                    case Known.Linked(var file, var held, _) -> link(sql, file, held);
                    case Known.Unchanged(var file, var held) -> reappear(sql, file, held);
                    case Known.New _, Known.Changed _ -> Optional.<CatalogEntry>empty();
                });
    }

    private Optional<CatalogEntry> move(Sql sql, FileStat file, Held held) throws SQLException {
        Optional<FileRow> row = files.byId(sql, held.id());
        if (row.isEmpty() || !file.movedFrom(row.get().stat())) {
            return Optional.empty();
        }
        if (isTaken(row.get(), held)) {
            return link(sql, file, held);
        }
        Optional<FileRow> displaced = files.at(sql, file.path());
        if (displaced.isPresent() && displaced.get().id() != row.get().id()) {
            files.displace(sql, displaced.get(), row.get());
        }
        Instant now = catalog.clock().instant();
        long folder = places.makeFolder(sql, file.path(), places.root(sql, root, now));
        files.relocate(sql, row.get(), file, folder, now);
        return entries.of(sql, files.byId(sql, held.id()).orElseThrow());
    }

    /** Of several new names of a file, the first took the row over from the name that is gone. */
    private static boolean isTaken(FileRow row, Held held) {
        return row.presence() == FileRow.HERE && !row.stat().path().equals(held.file().path());
    }

    private Optional<CatalogEntry> link(Sql sql, FileStat file, Held held) throws SQLException {
        Optional<FileRow> row = files.byId(sql, held.id());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Optional<CatalogEntry> known = entries.of(sql, row.get());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        CatalogEntry entry = CatalogEntry.seen(file, root, known.get().inspection(), Map.of());
        Instant now = catalog.clock().instant();
        FileTable.Place place = files.place(sql, file.path(), files.root(sql, entry, now));
        Observed seen = new Observed(entry, List.of());
        files.put(sql, seen, place, row.get().content(), catalog.rules(), now);
        NameIndex.extend(sql);
        Optional<FileRow> linked = files.byId(sql, place.id());
        return linked.isEmpty() ? Optional.empty() : entries.of(sql, linked.get());
    }

    private Optional<CatalogEntry> reappear(Sql sql, FileStat file, Held held) throws SQLException {
        Optional<FileRow> row = files.byId(sql, held.id());
        if (row.isEmpty() || !file.unchangedFrom(row.get().stat())) {
            return Optional.empty();
        }
        if (row.get().presence() != FileRow.HERE) {
            sql.run("UPDATE file SET presence = 0, gone = NULL WHERE id = ?", held.id());
        }
        return entries.of(sql, files.byId(sql, held.id()).orElseThrow());
    }
}
