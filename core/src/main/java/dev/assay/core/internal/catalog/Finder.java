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
        List<Way> ways =
                condition.few()
                        ? List.of(Way.of(Way.ANY, OrderSql.of(order)))
                        : catalog.read(sql -> Ways.of(sql, filter, order));
        return EntryStream.open(
                catalog.database(), form, ways.stream().map(way -> way.query(condition)).toList());
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
                List.of(
                        new EntryStream.Query(
                                "SELECT f.id AS id FROM folder d JOIN file f ON f.folder = d.id"
                                        + " WHERE d.path = ? OR d.path > ? AND d.path < ?"
                                        + " ORDER BY d.path, f.name",
                                List.of(path, below.from(), below.to()))));
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
