package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.Category;
import dev.assay.core.model.FileStat;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code file}, with the names that its numbers stand for.
 *
 * @param folder the text of its folder's path
 * @param presence one of the constants below
 * @param sum as stored
 */
record FileRow(
        long id,
        String folder,
        String name,
        long content,
        FileStat stat,
        int presence,
        Instant added,
        Optional<Instant> gone,
        String rules,
        String category,
        long sum) {
    /** There when last looked for. */
    static final int HERE = 0;

    /** Gone when last looked for. */
    static final int MISSING = 1;

    /** Its path was taken by another file, and where it went is not known yet. */
    static final int DISPLACED = 2;

    /** What {@link #of(ResultSet, String, Path)} reads, from {@code file AS f}. */
    static final String COLUMNS_BUT_FOLDER =
            "f.id, f.name, f.content, f.size, f.modified, f.changed, f.born, f.key, f.link,"
                    + " f.presence, f.added, f.rules, f.category, f.sum,"
                    + " (SELECT name FROM volume WHERE id = f.volume), f.gone";

    /** What {@link #of(ResultSet)} reads, from {@code file AS f}. */
    static final String COLUMNS =
            COLUMNS_BUT_FOLDER + ", (SELECT path FROM folder WHERE id = f.folder)";

    /** How many columns that are. */
    static final int WIDTH = 17;

    static FileRow of(ResultSet row) throws SQLException {
        String folder = row.getString(17);
        return of(row, folder, pathOf(folder, row.getString(2)));
    }

    static Path pathOf(String folder, String name) {
        return PathText.toPath((folder.equals("/") ? "" : folder) + "/" + name);
    }

    /** Reads a row whose path is known already. */
    static FileRow of(ResultSet row, String folder, Path path) throws SQLException {
        FileStat stat =
                new FileStat(
                        path,
                        row.getLong(4),
                        Sql.instant(row.getLong(5)),
                        Sql.instant(row, 6),
                        Sql.instant(row, 7),
                        Sql.text(row, 8),
                        Sql.text(row, 15),
                        row.getInt(9) != 0);
        return new FileRow(
                row.getLong(1),
                folder,
                row.getString(2),
                row.getLong(3),
                stat,
                row.getInt(10),
                Sql.instant(row.getLong(11)),
                Sql.instant(row, 16),
                row.getString(12),
                row.getString(13),
                row.getLong(14));
    }

    boolean isSound() {
        return sum == sum(id, folder, name, content, stat, rules, category);
    }

    /** Covers the names of folder and volume, not the numbers that stand for them. */
    static long sum(
            long id,
            String folder,
            String name,
            long content,
            FileStat stat,
            String rules,
            String category) {
        return RowSum.of(
                id,
                folder,
                name,
                content,
                stat.size(),
                Sql.nanos(stat.modified()),
                nanos(stat.changed()),
                nanos(stat.born()),
                stat.fileKey().orElse(null),
                stat.volume().orElse(null),
                stat.symbolicLink(),
                rules,
                category);
    }

    static @Nullable Long nanos(Optional<Instant> time) {
        return time.map(Sql::nanos).orElse(null);
    }

    Category group() {
        return Category.ofId(category).orElse(Category.OTHER);
    }
}
