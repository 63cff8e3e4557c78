package dev.assay.core.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way through files, on which they come in their order.
 *
 * @param from the tables, {@code file f} and {@code folder d} among them
 * @param condition which files lie on this way
 * @param values of the condition
 * @param order what SQLite sorts by, as far as the way does not do that by itself
 */
record Way(String from, String condition, List<Object> values, String order) {
    /** Whatever SQLite finds best. */
    static final String ANY = "file f JOIN folder d ON d.id = f.folder";

    private static final String BY_NAME = "sqlite_autoindex_file_1";

    static Way of(String from, String order) {
        return new Way(from, "1", List.of(), order);
    }

    /** Folder by folder, so that the first file is there at once. */
    static String byFolder() {
        return byFolder(BY_NAME);
    }

    /** Folder by folder, past those that have none with a word of the index. */
    static String byFolder(String index) {
        return "folder d CROSS JOIN file f INDEXED BY %s ON f.folder = d.id".formatted(index);
    }

    /** From the first in an order that an index has. */
    static String by(String index) {
        return "file f INDEXED BY %s CROSS JOIN folder d ON d.id = f.folder".formatted(index);
    }

    Way where(String narrower, Object... its) {
        return new Way(from, narrower, List.of(its), order);
    }

    /** {@return what gives the ids of the files on this way that fit} */
    EntryStream.Query query(FilterSql.Condition filter) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(filter.values());
        return new EntryStream.Query(
                "SELECT f.id AS id FROM %s WHERE f.presence < 2 AND ".formatted(from)
                        + "%s AND %s%s".formatted(condition, filter.sql(), order),
                all);
    }
}
