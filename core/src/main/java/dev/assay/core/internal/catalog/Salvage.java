package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Saves what can still be read of a damaged catalog into a new one. Each table is read from its
 * start up to the damage and from its end back to it; then every row is compared with its checksum.
 */
final class Salvage {
    /** Those first that others refer to. */
    private static final List<String> TABLES =
            List.of(
                    "root",
                    "volume",
                    "folder",
                    "content",
                    "digest",
                    "file",
                    "inspection",
                    "model",
                    "identity",
                    "candidate",
                    "tag",
                    "note");

    private final Sql to;
    private final Connection from;
    private final Connection into;

    private Salvage(Connection from, Connection into) {
        this.from = from;
        this.into = into;
        this.to = new Sql(into);
    }

    /**
     * What was saved.
     *
     * @param files how many files are known
     * @param damaged rows that could be read but not believed
     */
    record Saved(long files, int damaged) {}

    /** Fills a new catalog, which has its tables and no rows. */
    static Saved run(Connection from, Connection into) throws SQLException {
        Salvage salvage = new Salvage(from, into);
        salvage.to.script("BEGIN");
        for (String table : TABLES) {
            salvage.copy(table);
        }
        salvage.to.script(Faces.FILL);
        Map<String, Integer> damaged = RowCheck.run(salvage.to, true);
        salvage.dropLooseEnds();
        NameIndex.extend(salvage.to);
        long files = salvage.to.number("SELECT count(*) FROM file");
        salvage.to.script("COMMIT");
        salvage.to.close();
        return new Saved(files, damaged.values().stream().mapToInt(Integer::intValue).sum());
    }

    private void copy(String table) throws SQLException {
        boolean whole = copy(table, "");
        if (!whole) {
            copy(table, " ORDER BY " + lastFirst(table));
        }
    }

    private static String lastFirst(String table) {
        return switch (table) {
            case "digest" -> "content DESC, hash DESC";
            case "identity" -> "content DESC, provider DESC";
            case "candidate" -> "content DESC, provider DESC, place DESC";
            case "tag" -> "content DESC, word DESC";
            default -> "rowid DESC";
        };
    }

    /** {@return whether the table could be read to its end} */
    private boolean copy(String table, String order) {
        try (PreparedStatement select =
                        from.prepareStatement("SELECT * FROM " + table + " NOT INDEXED" + order);
                ResultSet rows = select.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            int width = columns.getColumnCount();
            try (PreparedStatement insert =
                    into.prepareStatement(insert(table, namesOf(table, columns)))) {
                while (rows.next()) {
                    copyRow(rows, insert, width);
                }
            }
            return true;
        } catch (SQLException e) {
            // What lies beyond the damage is reached from the other end.
            return false;
        }
    }

    /**
     * The names of columns may be damaged; where all are there, they are in the order they were.
     */
    private List<String> namesOf(String table, ResultSetMetaData found) throws SQLException {
        try (PreparedStatement select =
                        into.prepareStatement("SELECT * FROM " + table + " LIMIT 0");
                ResultSet none = select.executeQuery()) {
            List<String> made = names(none.getMetaData());
            return made.size() == found.getColumnCount() ? made : names(found);
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnName(i));
        }
        return names;
    }

    private static String insert(String table, List<String> names) {
        return "INSERT OR IGNORE INTO %s(%s) VALUES(%s)"
                .formatted(
                        table,
                        String.join(", ", names),
                        String.join(", ", Collections.nCopies(names.size(), "?")));
    }

    private static void copyRow(ResultSet rows, PreparedStatement insert, int width)
            throws SQLException {
        for (int i = 1; i <= width; i++) {
            insert.setObject(i, rows.getObject(i));
        }
        insert.executeUpdate();
    }

    private void dropLooseEnds() throws SQLException {
        to.run("UPDATE folder SET listing = NULL");
        to.run("DELETE FROM inspection WHERE file NOT IN (SELECT id FROM file)");
        to.run("DELETE FROM digest WHERE content NOT IN (SELECT id FROM content)");
        to.run("DELETE FROM candidate WHERE model NOT IN (SELECT id FROM model)");
    }

    /** {@return where a damaged catalog is kept} */
    static Path asideName(Path file, String stamp) {
        return PathText.beside(file, ".damaged-" + stamp);
    }
}
