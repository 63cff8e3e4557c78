package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogEntry;
import dev.assay.hash.spi.Digest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which of the files to be written are new, path and bytes, and the numbers of their rows, so
 * that these can be added without a look. Asks for all files at once, in the transaction that
 * writes them, where nobody else can add any.
 */
final class Newcomers {
    private static final String TAKEN =
            "SELECT j.value FROM json_each(?) j CROSS JOIN file f"
                    + " ON f.folder = ? AND f.name = j.value";

    private static final String KNOWN =
            "SELECT j.value FROM json_each(?) j CROSS JOIN content c ON c.sha256 = unhex(j.value)";

    private final Set<Path> taken = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    private long lastFile;
    private long lastContent;

    private Newcomers() {}

    static Newcomers among(Sql sql, Places places, List<Observed> files) throws SQLException {
        Newcomers newcomers = new Newcomers();
        newcomers.findTaken(sql, places, files);
        newcomers.findKnown(sql, files);
        return newcomers;
    }

    private void findTaken(Sql sql, Places places, List<Observed> files) throws SQLException {
        Map<Path, Map<String, Path>> byFolder = new HashMap<>();
        for (Observed file : files) {
            Path path = file.entry().file().path();
            byFolder.computeIfAbsent(PathText.folderOf(path), _ -> new HashMap<>())
                    .put(PathText.nameOf(path), path);
        }
        for (Map<String, Path> paths : byFolder.values()) {
            Optional<Long> folder = places.folderOf(sql, paths.values().iterator().next());
            if (folder.isPresent()) {
                sql.each(
                        TAKEN,
                        row -> taken.add(paths.get(row.getString(1))),
                        Json.ofNames(List.copyOf(paths.keySet())),
                        folder.get());
            }
        }
    }

    private void findKnown(Sql sql, List<Observed> files) throws SQLException {
        List<String> digests = new ArrayList<>();
        for (Observed file : files) {
            sha256(file.entry()).ifPresent(digests::add);
        }
        if (!digests.isEmpty()) {
            sql.each(KNOWN, row -> known.add(row.getString(1)), Json.ofNames(digests));
        }
    }

    /** {@return the number of the next row of a file} */
    long nextFile(Sql sql) throws SQLException {
        lastFile = lastFile > 0 ? lastFile + 1 : sql.number("SELECT max(id) FROM file") + 1;
        return lastFile;
    }

    /** {@return the number of the next row of a content} */
    long nextContent(Sql sql) throws SQLException {
        lastContent = lastContent > 0 ? lastContent + 1 : ContentTable.nextId(sql);
        return lastContent;
    }

    /** Looks for the last rows again, after others than newcomers were written. */
    void forgetLast() {
        lastFile = 0;
        lastContent = 0;
    }

    private static Optional<String> sha256(CatalogEntry file) {
        return file.digest(ContentTable.SHA256).map(Digest::hex);
    }

    /** {@return whether a file is new; it is not any more when it is asked about again} */
    boolean take(CatalogEntry file) {
        boolean path = taken.add(file.file().path());
        Optional<String> sha256 = sha256(file);
        boolean bytes = sha256.isEmpty() || known.add(sha256.get());
        return path && bytes;
    }
}
