package dev.assay.core.internal.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares every row with its checksum. */
final class RowCheck {
    private RowCheck() {}

    /**
     * A table, its key, and the columns that its checksum covers, in their order.
     *
     * @param key the columns that name a row
     */
    private record Table(String name, List<String> key, List<String> covered) {}

    private static final List<Table> TABLES =
            List.of(
                    new Table(
                            "content",
                            List.of("id"),
                            List.of("id", "size", "sha256", "blocks", "hashed", "verified")),
                    new Table(
                            "digest",
                            List.of("content", "hash"),
                            List.of("content", "hash", "value", "undefined")),
                    new Table("inspection", List.of("file"), List.of("file", "json")),
                    new Table("model", List.of("id"), List.of("id", "provider", "info", "raw")),
                    new Table(
                            "identity",
                            List.of("content", "provider"),
                            List.of("content", "provider", "said")),
                    new Table(
                            "candidate",
                            List.of("content", "provider", "place"),
                            List.of("content", "provider", "place", "model", "match")),
                    new Table("tag", List.of("content", "word"), List.of("content", "word")),
                    new Table("note", List.of("content"), List.of("content", "text")));

    /** {@return how many rows of each table are damaged, having deleted them if asked to} */
    static Map<String, Integer> run(Sql sql, boolean repair) throws SQLException {
        Map<String, Integer> damaged = new TreeMap<>();
        for (Table table : TABLES) {
            List<List<Object>> bad = damagedKeys(sql, table);
            note(damaged, table.name(), bad.size());
            if (repair) {
                delete(sql, table, bad);
            }
        }
        checkById(sql, repair, "model", faceless(sql, Faces.DAMAGED_MODELS), damaged);
        Set<Long> files = faceless(sql, Faces.DAMAGED_FILES);
        files.addAll(damagedFiles(sql));
        checkById(sql, repair, "file", files, damaged);
        return damaged;
    }

    private static Set<Long> faceless(Sql sql, String select) throws SQLException {
        return new TreeSet<>(sql.all(select, row -> row.getLong(1)));
    }

    private static void checkById(
            Sql sql, boolean repair, String table, Set<Long> bad, Map<String, Integer> damaged)
            throws SQLException {
        note(damaged, table, bad.size());
        if (repair) {
            for (long id : bad) {
                sql.run("DELETE FROM " + table + " WHERE id = ?", id);
            }
        }
    }

    private static void note(Map<String, Integer> damaged, String table, int count) {
        if (count > 0) {
            damaged.merge(table, count, Integer::sum);
        }
    }

    private static List<List<Object>> damagedKeys(Sql sql, Table table) throws SQLException {
        List<List<Object>> bad = new ArrayList<>();
        sql.each(
                "SELECT %s, sum FROM %s NOT INDEXED"
                        .formatted(String.join(", ", table.covered()), table.name()),
                row -> {
                    @Nullable Object[] values = new Object[table.covered().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    if (row.getLong(values.length + 1) != RowSum.of(values)) {
                        bad.add(key(row, table));
                    }
                });
        return bad;
    }

    private static List<Object> key(ResultSet row, Table table) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.getObject(column));
        }
        return key;
    }

    private static void delete(Sql sql, Table table, List<List<Object>> keys) throws SQLException {
        String where =
                String.join(" AND ", table.key().stream().map(one -> one + " IS ?").toList());
        for (List<Object> key : keys) {
            sql.run("DELETE FROM %s WHERE %s".formatted(table.name(), where), key.toArray());
        }
    }

    private static List<Long> damagedFiles(Sql sql) throws SQLException {
        List<Long> bad = new ArrayList<>();
        sql.each(
                "SELECT " + FileRow.COLUMNS + " FROM file f NOT INDEXED",
                row -> {
                    if (!isSound(row)) {
                        bad.add(row.getLong(1));
                    }
                });
        return bad;
    }

    /** A damaged name may be no path at all. */
    private static boolean isSound(ResultSet row) throws SQLException {
        try {
            return FileRow.of(row).isSound();
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }
}
