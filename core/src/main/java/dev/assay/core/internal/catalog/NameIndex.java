package dev.assay.core.internal.catalog;

import java.sql.SQLException;

/**
 * The index of every three letters in a row of the names of files: {@code file_text}, an FTS5 table
 * beside {@code file}. It holds the files up to a number, and those beyond are looked at one by
 * one: added many at once a name costs 10 µs, added by a trigger with its row 50, since FTS5 writes
 * all that it gathered at the end of each statement.
 *
 * <p>The number is that of the last file in the index. A new file has a greater one than all that
 * are in the catalog, and one that is dropped leaves the index; so no file up to it is missing,
 * from whatever statement it came.
 */
final class NameIndex {
    /** So many are looked at in a millisecond. */
    private static final int MOST_BEYOND = 1_000;

    private static final String LAST = "(SELECT coalesce(max(id), 0) FROM file_text_docsize)";

    /** LIKE knows the case of ASCII letters only; the index takes the sign of kelvin for a k. */
    private static final String FOLDS_CASE_OTHERWISE = "name GLOB '*[^ -~]*'";

    private NameIndex() {}

    /** Takes the files beyond into the index, when they are many. */
    static void extend(Sql sql) throws SQLException {
        sql.run(
                "INSERT INTO file_text(rowid, name) SELECT id, name FROM file WHERE id > "
                        + LAST
                        + " AND (SELECT max(id) FROM file) >= ? + "
                        + LAST,
                MOST_BEYOND);
    }

    /**
     * {@return the files that may have this text in their name}
     *
     * @param trigrams all of the text's groups of three letters, as FTS5 wants them
     */
    static String named(Values values, String trigrams, String text) {
        return "SELECT rowid FROM file_text WHERE file_text MATCH %s UNION ALL %s(%s OR %s)"
                .formatted(
                        values.add(trigrams),
                        "SELECT id FROM file WHERE id > " + LAST + " AND ",
                        values.like("name", text),
                        FOLDS_CASE_OTHERWISE);
    }
}
