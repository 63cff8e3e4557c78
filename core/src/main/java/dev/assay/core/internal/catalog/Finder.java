package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.ListedFile;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Order;
import dev.assay.hash.spi.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds files in the catalog: by filters, places, digests and contents. */
final class Finder {
    /** More files than this are not looked up one by one but met on the way through all. */
    private static final int MANY = 2_000;

    private static final String FILES =
            " FROM file f JOIN folder d ON d.id = f.folder WHERE f.presence < 2 AND ";

    private static final String BY_NAME = "sqlite_autoindex_file_1";
    private static final String BY_TYPE = "file_type";

    private final Catalog catalog;

    Finder(Catalog catalog) {
        this.catalog = catalog;
    }

    Stream<CatalogEntry> entries(Filter filter, Order order) {
        return open(new WholeEntries(catalog.assembled()), filter, order);
    }

    /** {@return what lists show of the files that a filter means; to be closed} */
    Stream<ListedFile> files(Filter filter, Order order) {
        return open(new ListedFiles(catalog.assembled()), filter, order);
    }

    private <R, T> Stream<T> open(EntryStream.Form<R, T> form, Filter filter, Order order) {
        FilterSql.Condition condition = condition(filter);
        return EntryStream.open(
                catalog.database(),
                form,
                "SELECT f.id AS id"
                        + (condition.few() ? FILES : way(filter, order.field()))
                        + condition.sql()
                        + OrderSql.of(order),
                condition.values().toArray());
    }

    /** {@return how to go through the files so that those that fit come in their order} */
    private static String way(Filter filter, Order.Field field) {
        if (field == Order.Field.PATH) {
            return byFolder(isOfAType(filter) ? BY_TYPE : BY_NAME);
        }
        return OrderSql.index(field).map(Finder::inOrder).orElse(FILES);
    }

    /** Folder by folder, so that the first file is there at once. */
    private static String byFolder(String index) {
        return " FROM folder d CROSS JOIN file f INDEXED BY %s ON f.folder = d.id".formatted(index)
                + " WHERE f.presence < 2 AND ";
    }

    /** From the first in an order that an index has. */
    private static String inOrder(String index) {
        return " FROM file f INDEXED BY %s CROSS JOIN folder d ON d.id = f.folder".formatted(index)
                + " WHERE f.presence < 2 AND ";
    }

    /** Folders that have none of a type are passed by without a look at their files. */
    private static boolean isOfAType(Filter filter) {
        // Not a switch by type: asked by every listing, and a class is made for one at each start.
        if (filter instanceof Filter.Kind(var field, var word)) {
            return KindSql.isType(field, word);
        }
        return filter instanceof Filter.All(var parts)
                && parts.stream().anyMatch(Finder::isOfAType);
    }

    FilterSql.Condition condition(Filter filter) {
        return FilterSql.of(filter, this::few);
    }

    private Optional<List<Long>> few(FilterSql.Condition shortcut) {
        List<@Nullable Object> values = new ArrayList<>(shortcut.values());
        values.add(MANY);
        List<Long> ids =
                catalog.read(sql ->
                        sql.all(
                                "SELECT * FROM (" + shortcut.sql() + ") LIMIT ?",
                                row -> row.getLong(1),
                                values.toArray()));
        return ids.size() < MANY ? Optional.of(ids) : Optional.empty();
    }

    /** {@return what lies in a folder or below, by path; to be closed} */
    Stream<CatalogEntry> under(Path folder) {
        String path = Places.text(folder.toAbsolutePath().normalize());
        Places.Range below = Places.Range.below(path);
        return EntryStream.open(
                catalog.database(),
                new WholeEntries(catalog.assembled()),
                "SELECT f.id AS id FROM folder d JOIN file f ON f.folder = d.id"
                        + " WHERE d.path = ? OR d.path > ? AND d.path < ? ORDER BY d.path, f.name",
                path,
                below.from(),
                below.to());
    }

    /** {@return the files with a digest, of any recipe, that starts with these hex digits} */
    List<CatalogEntry> byHashPrefix(String hexPrefix) {
        HexRange range = HexRange.of(hexPrefix);
        return catalog.read(sql -> {
            List<Long> ids =
                    sql.all(
                            """
                            SELECT DISTINCT f.id FROM digest g JOIN file f
                              ON f.content = g.content
                            WHERE g.value IS NOT NULL AND g.value >= ? AND g.value <= ?\
                            """,
                            row -> row.getLong(1),
                            range.from(),
                            range.to());
            List<CatalogEntry> found = new ArrayList<>();
            for (long id : ids) {
                Optional<FileRow> row = catalog.files().byId(sql, id);
                if (row.isPresent()) {
                    catalog.assembled()
                            .of(sql, row.get())
                            .filter(entry -> has(entry, hexPrefix))
                            .ifPresent(found::add);
                }
            }
            return found;
        });
    }

    private static boolean has(CatalogEntry entry, String hexPrefix) {
        String prefix = hexPrefix.toLowerCase(Locale.ROOT);
        return entry.hashes().keySet().stream()
                .flatMap(id -> entry.digest(id).stream())
                .map(Digest::hex)
                .anyMatch(hex -> hex.startsWith(prefix));
    }

    /** {@return the other files with the same bytes, as far as is known} */
    List<CatalogEntry> copies(Path path) {
        return catalog.read(sql -> {
            List<CatalogEntry> copies = new ArrayList<>();
            Optional<FileRow> row = catalog.files().at(sql, path);
            if (row.isPresent()) {
                for (FileRow other : catalog.files().ofContent(sql, row.get().content())) {
                    if (other.id() != row.get().id()) {
                        catalog.assembled().of(sql, other).ifPresent(copies::add);
                    }
                }
            }
            return copies;
        });
    }
}
