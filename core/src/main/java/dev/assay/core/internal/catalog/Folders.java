package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folders of files that are read one after the other, with the last used kept at hand. */
final class Folders {
    private static final int KEPT = 1_024;

    private final Map<Long, Folder> known = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A folder.
     *
     * @param text of its path
     * @param root the scanned folder it lies under
     */
    record Folder(String text, Path root) {}

    Optional<Folder> byId(Sql sql, long id) throws SQLException {
        Folder folder = known.get(id);
        if (folder == null) {
            folder = read(sql, id);
            if (folder != null) {
                keep(id, folder);
            }
        }
        return Optional.ofNullable(folder);
    }

    private static @Nullable Folder read(Sql sql, long id) throws SQLException {
        return sql.first(
                        "SELECT d.path, r.path FROM folder d LEFT JOIN root r ON r.id = d.root"
                                + " WHERE d.id = ?",
                        Folders::folder,
                        id)
                .orElse(null);
    }

    private static Folder folder(ResultSet row) throws SQLException {
        String text = row.getString(1);
        String root = row.getString(2);
        return new Folder(text, root == null ? Path.of(text).getRoot() : PathText.toPath(root));
    }

    private void keep(long id, Folder folder) {
        known.put(id, folder);
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
