package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of folders in which a scan found nothing changed. They are not looked up one by one;
 * what a scan still has to know of some of them is asked here.
 */
public final class Quiet {
    private static final String FILES =
            " FROM folder d JOIN file f ON f.folder = d.id WHERE f.presence = 0 AND "
                    + Places.Range.CONDITION
                    + " AND ";

    /** What providers say of a file, as {@link #states} numbers it. */
    private static final List<Identity.State> BEST_FIRST =
            List.of(
                    Identity.State.FOUND,
                    Identity.State.NOT_FOUND,
                    Identity.State.PENDING,
                    Identity.State.DENIED,
                    Identity.State.NOT_ASKED);

    /** The column behind those of a row. */
    private static final int FOLDER = FileRow.WIDTH + 1;

    private final Catalog catalog;
    private final Path root;
    private final Holding holding;
    private final BitSet folders = new BitSet();
    private int files;

    Quiet(Catalog catalog, Path root, Holding holding) {
        this.catalog = catalog;
        this.root = root;
        this.holding = holding;
    }

    /** {@return whether a folder has this listing, and is taken for that} */
    boolean take(Sql sql, Path folder, String listing, int count) throws SQLException {
        long id =
                sql.number(
                        "SELECT id FROM folder WHERE path = ? AND listing = ?",
                        Places.text(folder),
                        listing);
        if (id == 0) {
            return false;
        }
        folders.set((int) id);
        files += count;
        return true;
    }

    boolean holds(long folder) {
        return folders.get((int) folder);
    }

    /** {@return how many files} */
    public int size() {
        return files;
    }

    /** {@return all of them, in short} */
    public List<Known.Unchanged> all() {
        return some("1");
    }

    /** {@return those of category {@code other}} */
    public List<Known.Unchanged> others() {
        return some("f.category = 'other'");
    }

    /** {@return those without one of these hashes} */
    public List<Known.Unchanged> lacking(Collection<HashId> hashes) {
        List<@Nullable Object> values = new ArrayList<>(hashes);
        values.add(hashes.size());
        String marks = String.join(", ", Collections.nCopies(hashes.size(), "?"));
        return some(
                "(SELECT count(*) FROM digest g WHERE g.content = f.content AND g.hash IN ("
                        + marks
                        + ")) < ?",
                values.toArray());
    }

    private List<Known.Unchanged> some(String condition, @Nullable Object... values) {
        List<Known.Unchanged> found = new ArrayList<>();
        each(
                "SELECT " + FileRow.COLUMNS + ", f.folder, " + Holding.HASHES + FILES + condition,
                FOLDER,
                row -> {
                    FileRow file = FileRow.of(row);
                    if (file.isSound()) {
                        Held held = holding.of(file, row.getString(FOLDER + 1));
                        found.add(new Known.Unchanged(file.stat(), held));
                    }
                },
                values);
        return found;
    }

    /** Passes by the rows of other folders. */
    private void each(String select, int folder, Sql.Taker taker, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        Collections.addAll(all, Places.Range.values(root));
        Collections.addAll(all, values);
        catalog.read(sql -> {
            sql.each(
                    select,
                    row -> {
                        if (holds(row.getLong(folder))) {
                            taker.take(row);
                        }
                    },
                    all.toArray());
            return files;
        });
    }

    /** {@return those with something wrong in their header} */
    public List<CatalogEntry> troubled() {
        return entries("f.problems > 0");
    }

    /**
     * {@return how many files were last answered so, each by the best of its providers' words}
     *
     * @param but files that are not to be counted
     */
    public Map<Identity.State, Integer> states(Set<Path> but) {
        Map<Identity.State, Integer> counts = new EnumMap<>(Identity.State.class);
        each(
                """
                SELECT f.folder, min(CASE i.state WHEN 'found' THEN 0 WHEN 'not_found' THEN 1
                  WHEN 'pending' THEN 2 WHEN 'denied' THEN 3 ELSE 4 END), d.path, f.name
                FROM identity i JOIN file f ON f.content = i.content
                  JOIN folder d ON d.id = f.folder
                WHERE f.presence = 0 AND\
                """
                        + " "
                        + Places.Range.CONDITION
                        + " GROUP BY f.id",
                1,
                row -> {
                    if (but.isEmpty()
                            || !but.contains(FileRow.pathOf(row.getString(3), row.getString(4)))) {
                        counts.merge(BEST_FIRST.get(row.getInt(2)), 1, Integer::sum);
                    }
                });
        return counts;
    }

    /** Hands out everything that is known of them, folder by folder. */
    public void entries(Consumer<CatalogEntry> each) {
        for (long folder = folders.nextSetBit(0); folder >= 0; ) {
            entries("d.id = " + folder).forEach(each);
            folder = folders.nextSetBit((int) folder + 1);
        }
    }

    private List<CatalogEntry> entries(String condition) {
        List<FileRow> rows = new ArrayList<>();
        each(
                "SELECT " + FileRow.COLUMNS + ", f.folder" + FILES + condition,
                FOLDER,
                row -> rows.add(FileRow.of(row)));
        return catalog.read(sql -> {
            List<FileRow> believed =
                    rows.stream().filter(row -> FileTable.isBelieved(sql, row)).toList();
            return catalog.assembled().of(sql, believed);
        });
    }
}
