package dev.assay.core.internal.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * Tells whether the tables of a catalog are those that {@link Schema} makes. SQLite keeps them as
 * text and takes whatever that says: a flipped bit in the name of a column makes another table of
 * it, in which its own check finds nothing wrong.
 */
final class TableShapes {
    /** The tables behind an index of text are of SQLite's own making. */
    private static final String ALL =
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master"
                    + " WHERE name NOT GLOB 'file_text_*' OR type = 'trigger' ORDER BY name, type";

    private TableShapes() {}

    /**
     * {@return whether all tables, indexes and triggers are there as made for the newest version}
     */
    static boolean areWhole(Sql sql) throws SQLException {
        return Set.copyOf(of(sql)).containsAll(asMade());
    }

    private static List<String> of(Sql sql) throws SQLException {
        return sql.all(ALL, row -> row.getString(1).replaceAll("\\s+", " "));
    }

    private static List<String> asMade() throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            SqlFunctions.register(connection);
            try (Sql fresh = new Sql(connection)) {
                Schema.upgrade(fresh, 0);
                return of(fresh);
            }
        }
    }
}
