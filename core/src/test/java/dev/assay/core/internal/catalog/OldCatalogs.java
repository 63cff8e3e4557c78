package dev.assay.core.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Catalogs as earlier versions wrote them; one is kept for every version of the tables. */
final class OldCatalogs {
    /** What is read of a row, before there was a date on which it went missing. */
    private static final String COLUMNS = "SELECT " + FileRow.COLUMNS.replace("f.gone", "NULL");

    private OldCatalogs() {}

    /** Writes the catalog of an earlier schema, with more files of the same kind. */
    static void schema(int version, Path file, int more) {
        String name = "catalog-schema-%d.db".formatted(version);
        try (InputStream in = OldCatalogs.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (more > 0) {
            enlarge(file, more);
        }
    }

    /** Copies rows under other names; their sums are made anew. */
    private static void enlarge(Path file, int more) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    INSERT INTO file SELECT NULL, folder, 'copy' || i || name, content, size,
                      modified, changed, born, key || i, volume, link, presence, added, seen, rules,
                      category, type, base, format, precision, state, confidence, safety,
                      parameters, family, variety, triggers, sum
                    FROM file, n WHERE file.id = 1\
                    """
                            .formatted(more));
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection);
            for (FileRow row : sql.all(COLUMNS + " FROM file f", FileRow::of)) {
                sql.run(
                        "UPDATE file SET sum = ? WHERE id = ?",
                        FileRow.sum(
                                row.id(),
                                row.folder(),
                                row.name(),
                                row.content(),
                                row.stat(),
                                row.rules(),
                                row.category()),
                        row.id());
            }
            sql.close();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long rows(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM file")) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
