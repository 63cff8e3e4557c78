package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where files lie: the rows of roots, folders and volumes, with the last used kept at hand. Ids of
 * rows that another process made or removed are looked up again.
 */
final class Places {
    private static final int KEPT = 256;

    private final Map<String, Long> folders = new Recent();
    private final Map<String, Long> volumes = new Recent();

    /** Forgets ids, after a transaction that may have been undone. */
    void forget() {
        folders.clear();
        volumes.clear();
    }

    /** {@return the folder of a file, when the catalog has one} */
    Optional<Long> folderOf(Sql sql, Path file) throws SQLException {
        String path = text(file.getParent());
        Long known = folders.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Long> found =
                sql.first("SELECT id FROM folder WHERE path = ?", row -> row.getLong(1), path);
        found.ifPresent(id -> folders.put(path, id));
        return found;
    }

    long makeFolder(Sql sql, Path file, long root) throws SQLException {
        Optional<Long> known = folderOf(sql, file);
        if (known.isPresent()) {
            return known.get();
        }
        String path = text(file.getParent());
        long nearest = holder(sql, path).orElse(root);
        long id = sql.insert("INSERT INTO folder(path, root) VALUES(?, ?)", path, nearest);
        folders.put(path, id);
        return id;
    }

    /** {@return the volume's number; empty for a file system without a name} */
    Optional<Long> volume(Sql sql, Optional<String> name) throws SQLException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Long known = volumes.get(name.get());
        if (known == null) {
            sql.run("INSERT OR IGNORE INTO volume(name) VALUES(?)", name.get());
            known = sql.number("SELECT id FROM volume WHERE name = ?", name.get());
            volumes.put(name.get(), known);
        }
        return Optional.of(known);
    }

    /**
     * {@return the root that holds this folder, made when there is none} A root that lies within
     * the new one is taken into it, unless the user gave it a name.
     */
    long root(Sql sql, Path folder, Instant now) throws SQLException {
        String path = text(folder);
        Optional<Long> known = holder(sql, path);
        if (known.isPresent()) {
            return known.get();
        }
        long id = sql.insert("INSERT INTO root(path, added) VALUES(?, ?)", path, now);
        Range below = Range.below(path);
        sql.run(
                """
                UPDATE folder SET root = ? WHERE path > ? AND path < ?
                  AND root IN (SELECT id FROM root WHERE name IS NULL)\
                """,
                id,
                below.from(),
                below.to());
        sql.run(
                "DELETE FROM root WHERE name IS NULL AND path > ? AND path < ?",
                below.from(),
                below.to());
        return id;
    }

    /** {@return the nearest root that a folder lies in} */
    private static Optional<Long> holder(Sql sql, String folder) throws SQLException {
        return sql.first(
                """
                SELECT id FROM root WHERE ? = path OR path = '/'
                  OR substr(?, 1, length(path) + 1) = path || '/'
                ORDER BY length(path) DESC LIMIT 1\
                """,
                row -> row.getLong(1),
                folder,
                folder);
    }

    /** The texts of all paths strictly below a folder, which is a range in the order of bytes. */
    record Range(String from, String to) {
        /** Means the folders {@code d} at a path or below; with {@link #values}. */
        static final String CONDITION = "(d.path = ? OR d.path > ? AND d.path < ?)";

        static @Nullable Object[] values(Path root) {
            String path = text(root);
            Range below = below(path);
            return new @Nullable Object[] {path, below.from(), below.to()};
        }

        static Range below(String folder) {
            String base = folder.equals("/") ? "" : folder;
            return new Range(base + "/", base + "0");
        }
    }

    static String text(@Nullable Path folder) {
        return folder == null ? "/" : PathText.of(folder);
    }

    private static final class Recent extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KEPT;
        }
    }
}
