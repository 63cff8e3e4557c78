package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.Glimpse;
import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One scan of one root: compares what a walk finds with what is known, and at its end tells what is
 * gone. Memory is one bit a file. To be used by one thread at a time.
 */
public final class ScanSession {
    private static final int MOST_LISTINGS = 256;

    private static final String BY_NAMES =
            "SELECT "
                    + FileRow.COLUMNS_BUT_FOLDER
                    + ", NULL, "
                    + Holding.HASHES
                    + ", j.key"
                    + " FROM json_each(?) j"
                    + " CROSS JOIN file f ON f.folder = ? AND f.name = j.value";

    private final Catalog catalog;
    private final Path root;
    private final long lastId;
    private final BitSet seen = new BitSet();
    private final Quiet quiet;
    private final List<Listed> listings = new ArrayList<>();
    private final Holding holding;
    private final Adoption adoption;

    ScanSession(Catalog catalog, Path root, long lastId) {
        this.catalog = catalog;
        this.root = root;
        this.lastId = lastId;
        this.holding = new Holding(catalog.rules());
        this.quiet = new Quiet(catalog, root, holding);
        this.adoption = new Adoption(catalog, root);
    }

    /** {@return the root that is scanned} */
    public Path root() {
        return root;
    }

    /**
     * {@return whether the files of a folder are all as they were, so that there is no need to look
     * them up; {@link #quiet} remembers them}
     *
     * @param files all of its files
     */
    public boolean isUnchanged(List<Glimpse> files) {
        Path folder = files.getFirst().folder();
        String sum = Listing.of(files, catalog.rules());
        if (catalog.read(sql -> quiet.take(sql, folder, sum, files.size()))) {
            return true;
        }
        listings.add(new Listed(folder, sum, files.size()));
        if (listings.size() >= MOST_LISTINGS) {
            keepListings();
        }
        return false;
    }

    /** {@return the files of folders in which nothing changed} */
    public Quiet quiet() {
        return quiet;
    }

    private record Listed(Path folder, String sum, int files) {}

    /** A listing is only worth keeping when the rows of the folder say the same. */
    private void keepListings() {
        List<Listed> kept = List.copyOf(listings);
        listings.clear();
        catalog.change(sql -> {
            for (Listed listed : kept) {
                sql.run(
                        """
                        UPDATE folder SET listing = ? WHERE path = ? AND ? =
                          (SELECT sum(CASE WHEN presence = 0 AND rules = ? THEN 1
                             WHEN presence = 1 THEN 0 ELSE 1000000000 END)
                           FROM file WHERE folder = folder.id)\
                        """,
                        listed.sum(),
                        Places.text(listed.folder()),
                        listed.files(),
                        catalog.rules());
            }
        });
    }

    /** {@return what is known of these files, in their order; nothing is written} */
    public List<Known> lookUp(List<FileStat> files) {
        return catalog.read(sql -> {
            List<Known> known = new ArrayList<>(files.size());
            int from = 0;
            while (from < files.size()) {
                int to = endOfFolder(files, from);
                known.addAll(lookUpFolder(sql, files.subList(from, to)));
                from = to;
            }
            return known;
        });
    }

    private static int endOfFolder(List<FileStat> files, int from) {
        Path folder = PathText.folderOf(files.get(from).path());
        int to = from + 1;
        while (to < files.size() && PathText.folderOf(files.get(to).path()).equals(folder)) {
            to++;
        }
        return to;
    }

    private List<Known> lookUpFolder(Sql sql, List<FileStat> files) throws SQLException {
        List<Known> known = new ArrayList<>(files.size());
        @Nullable Held[] held = new Held[files.size()];
        Optional<Long> folder = catalog.places().folderOf(sql, files.getFirst().path());
        if (folder.isPresent()) {
            List<String> names = files.stream().map(file -> PathText.nameOf(file.path())).toList();
            String parent = Places.text(files.getFirst().path().getParent());
            sql.each(
                    BY_NAMES,
                    row -> {
                        int place = row.getInt(FileRow.WIDTH + 2);
                        FileRow found = FileRow.of(row, parent, files.get(place).path());
                        if (found.isSound() && found.name().equals(names.get(place))) {
                            held[place] = holding.of(found, row.getString(FileRow.WIDTH + 1));
                        }
                    },
                    Json.ofNames(names),
                    folder.get());
        }
        BitSet others = new BitSet();
        for (int i = 0; i < held.length; i++) {
            FileStat file = files.get(i);
            Held here = held[i];
            if (here != null && file.unchangedFrom(here.file()) && !here.missing()) {
                seen.set((int) here.id());
                known.add(new Known.Unchanged(file, here));
            } else {
                others.set(i);
                known.add(new Known.New(file));
            }
        }
        Map<String, List<FileRow>> byKey =
                catalog.files().byKey(sql, others.stream().mapToObj(files::get).toList());
        for (int i = others.nextSetBit(0); i >= 0; i = others.nextSetBit(i + 1)) {
            known.set(i, judge(sql, files.get(i), Optional.ofNullable(held[i]), byKey));
        }
        return known;
    }

    /** {@return what is known of a file that is not as it was under this name} */
    private Known judge(
            Sql sql, FileStat file, Optional<Held> here, Map<String, List<FileRow>> byKey)
            throws SQLException {
        Optional<Known> elsewhere =
                here.filter(held -> isItself(file, held)).isPresent()
                        ? Optional.empty()
                        : underAnotherName(
                                sql,
                                file,
                                here.isPresent(),
                                byKey.getOrDefault(file.fileKey().orElse(""), List.of()));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (here.isPresent()) {
            seen.set((int) here.get().id());
            return file.unchangedFrom(here.get().file())
                    ? new Known.Unchanged(file, here.get())
                    : new Known.Changed(file, here.get());
        }
        return new Known.New(file);
    }

    /** One name of several is not taken for another that is gone: each has a row of its own. */
    private static boolean isItself(FileStat file, Held held) {
        return !held.missing() && file.movedFrom(held.file());
    }

    /** Looks for the inode; a row whose own path still leads to it is a second name. */
    private Optional<Known> underAnotherName(
            Sql sql, FileStat file, boolean known, List<FileRow> sameKey) throws SQLException {
        for (FileRow row : sameKey) {
            if (!file.movedFrom(row.stat())) {
                continue;
            }
            Held held = holding.of(row, hashesOf(sql, row));
            boolean samePath = row.stat().path().equals(file.path());
            if (samePath && row.presence() == FileRow.HERE) {
                continue;
            }
            if (samePath || isGone(row.stat())) {
                seen.set((int) row.id());
                return Optional.of(new Known.Moved(file, held));
            }
            if (file.changed().equals(row.stat().changed())) {
                return Optional.of(new Known.Linked(file, held, known));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String hashesOf(Sql sql, FileRow row) throws SQLException {
        return sql.first(
                        "SELECT group_concat(hash, ' ') FROM digest WHERE content = ?",
                        found -> found.getString(1),
                        row.content())
                .orElse(null);
    }

    /** Whether the old path leads to that file no longer, be it empty or taken by another. */
    private boolean isGone(FileStat earlier) {
        try {
            return !catalog.stats().file(earlier.path()).sameFileAs(earlier);
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Takes a file over under its new or further name, with everything that is known of it.
     *
     * @return its entry; nothing when the catalog changed since it was looked up, or what it holds
     *     is damaged, so that the file must be read as a new one
     */
    public Optional<CatalogEntry> adopt(Known known) {
        Optional<CatalogEntry> adopted = adoption.adopt(known);
        adopted.ifPresent(entry -> catalog.idOf(entry.file().path()).ifPresent(this::saw));
        return adopted;
    }

    /** Saves what was found out of a file; durable against a killed process when it returns. */
    public void save(CatalogEntry entry, List<Integer> blocks) {
        saw(catalog.save(entry, blocks));
    }

    /**
     * Saves what was found out of some files, all of it or nothing; durable as above.
     *
     * @return what is known of each then, in their order
     */
    public List<CatalogEntry> saveAll(List<Observed> files) {
        List<Recorder.Saved> saved = catalog.recordAll(files);
        saved.forEach(one -> saw(one.id()));
        return saved.stream().map(Recorder.Saved::entry).toList();
    }

    private void saw(long id) {
        seen.set((int) id);
    }

    /**
     * Ends a scan that saw the whole root: what was there before, was not seen now, and is not
     * there when looked for, is marked as missing. A root that is not there or is empty is offline,
     * and so is every folder whose file system is another than it was.
     */
    public Swept finish() {
        Swept swept =
                new Sweep(catalog, root, quiet, id -> id <= lastId && !seen.get((int) id)).run();
        if (!listings.isEmpty()) {
            keepListings();
        }
        return swept;
    }

    /** {@return whether nothing at all is at this path; false when that cannot be told} */
    static boolean isAbsent(Path path) {
        return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
