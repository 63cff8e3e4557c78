package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.MountedDisk;
import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogException;
import dev.assay.core.model.Root;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folders that were scanned, and the names the user gave them. */
public final class Roots {
    /** How much more the names of the files of a root add up to than the files are. */
    private static final String FURTHER_NAMES =
            "SELECT root, sum(again) again FROM (SELECT d.root root, "
                    + OneFile.SURPLUS
                    + " again"
                    + " FROM file f JOIN folder d ON d.id = f.folder WHERE f.presence < 2 AND "
                    + OneFile.SHARED
                    + " GROUP BY 1, "
                    + OneFile.KEY
                    + ") GROUP BY root";

    private final Catalog catalog;

    Roots(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return all of them, by path} */
    public List<Root> all() {
        return catalog.read(sql ->
                sql.all(
                        """
                        SELECT r.path, r.name, r.layout, count(f.id),
                          coalesce(sum(f.size), 0) - coalesce(max(l.again), 0)
                        FROM root r LEFT JOIN folder d ON d.root = r.id
                          LEFT JOIN file f ON f.folder = d.id AND f.presence < 2
                          LEFT JOIN (%s) l ON l.root = r.id
                        GROUP BY r.id ORDER BY r.path\
                        """
                                .formatted(FURTHER_NAMES),
                        row -> {
                            Path path = PathText.toPath(row.getString(1));
                            boolean online = isOnline(path);
                            return new Root(
                                    path,
                                    Sql.text(row, 2),
                                    Sql.text(row, 3),
                                    online,
                                    online ? MountedDisk.of(path) : Optional.empty(),
                                    row.getLong(4),
                                    row.getLong(5));
                        }));
    }

    /** {@return the folders that have a name, by it; looks at none of them} */
    public Map<String, Path> named() {
        record Named(String name, Path path) {}
        List<Named> rows =
                catalog.read(sql ->
                        sql.all(
                                "SELECT name, path FROM root WHERE name IS NOT NULL",
                                row ->
                                        new Named(
                                                row.getString(1),
                                                PathText.toPath(row.getString(2)))));
        Map<String, Path> named = new TreeMap<>();
        rows.forEach(row -> named.put(row.name(), row.path()));
        return named;
    }

    /**
     * Names a folder; files known below it belong to it from now on.
     *
     * @param layout which program's folder it is; empty for a plain one
     * @throws CatalogException when the name is taken or is no name
     */
    public void add(Path folder, String name, Optional<String> layout) {
        if (!name.matches("[a-z][a-z0-9_-]{0,31}")) {
            throw new CatalogException(
                    "'%s' is no name for a root. Use up to 32 lower-case letters, digits, - and _"
                            .formatted(name));
        }
        Path path = folder.toAbsolutePath().normalize();
        catalog.writeDurably(sql -> {
            refuseTaken(sql, path, name);
            String text = Places.text(path);
            sql.run(
                    "INSERT INTO root(path, added) VALUES(?, ?) ON CONFLICT DO NOTHING",
                    text,
                    catalog.clock().instant());
            sql.run(
                    "UPDATE root SET name = ?, layout = ? WHERE path = ?",
                    name,
                    layout.orElse(null),
                    text);
            takeFolders(sql, text);
            return true;
        });
    }

    private static void refuseTaken(Sql sql, Path path, String name) throws SQLException {
        Optional<String> other =
                sql.first("SELECT path FROM root WHERE name = ?", row -> row.getString(1), name);
        if (other.isPresent() && !other.get().equals(Places.text(path))) {
            throw new CatalogException(
                    "The name '%s' is that of %s. Choose another".formatted(name, other.get()));
        }
    }

    /** Folders belong to the nearest root above them. */
    private static void takeFolders(Sql sql, String path) throws SQLException {
        Places.Range below = Places.Range.below(path);
        sql.run(
                """
                UPDATE folder SET root = (
                  SELECT r.id FROM root r WHERE folder.path = r.path OR r.path = '/'
                    OR substr(folder.path, 1, length(r.path) + 1) = r.path || '/'
                  ORDER BY length(r.path) DESC LIMIT 1)
                WHERE path = ? OR path > ? AND path < ?\
                """,
                path,
                below.from(),
                below.to());
    }

    /**
     * Takes a name away. What is known of the files stays.
     *
     * @return whether there was such a name
     */
    public boolean remove(String name) {
        return catalog.writeDurably(sql ->
                sql.run("UPDATE root SET name = NULL, layout = NULL WHERE name = ?", name) > 0);
    }

    /**
     * Gives a named root another name.
     *
     * @return whether there was such a name
     */
    public boolean rename(String from, String to) {
        Optional<Root> root =
                all().stream().filter(one -> one.name().equals(Optional.of(from))).findFirst();
        root.ifPresent(one -> add(one.path(), to, one.layout()));
        return root.isPresent();
    }

    private static boolean isOnline(Path path) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
