package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
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
    /** So many hits cost as much as reading some thousand names in a row. */
    private static final int RARE = 5_000;

    /**
     * More hits than this are cheaper to meet on the way through all files in their order than to
     * collect and sort.
     */
    private static final int MANY = 2_000;

    private static final String FILES =
            "FROM file f JOIN folder d ON d.id = f.folder WHERE f.presence < 2 AND ";

    /** Folder by folder and name by name, so that the first hit is there at once. */
    private static final String FILES_BY_PATH =
            "FROM folder d CROSS JOIN file f INDEXED BY sqlite_autoindex_file_1 ON f.folder = d.id"
                    + " WHERE f.presence < 2 AND ";

    private final Catalog catalog;

    Finder(Catalog catalog) {
        this.catalog = catalog;
    }

    Stream<CatalogEntry> entries(Filter filter, Order order) {
        FilterSql.Condition condition = condition(filter);
        boolean onTheWay = order.field() == Order.Field.PATH && meansMany(condition);
        return EntryStream.open(
                catalog,
                (onTheWay ? FILES_BY_PATH : FILES) + condition.sql() + orderBy(order),
                condition.values().toArray());
    }

    private boolean meansMany(FilterSql.Condition condition) {
        List<@Nullable Object> values = new ArrayList<>(condition.values());
        values.add(MANY);
        return catalog.read(sql ->
                sql.number(
                                "SELECT count(*) FROM (SELECT 1 "
                                        + FILES
                                        + condition.sql()
                                        + " LIMIT ?)",
                                values.toArray())
                        == MANY);
    }

    FilterSql.Condition condition(Filter filter) {
        return FilterSql.of(filter, this::isRare);
    }

    private boolean isRare(String trigrams) {
        return catalog.read(sql ->
                sql.number(
                                "SELECT count(*) FROM (SELECT 1 FROM file_text"
                                        + " WHERE file_text MATCH ? LIMIT ?)",
                                trigrams,
                                RARE)
                        < RARE);
    }

    private static String orderBy(Order order) {
        String down = order.descending() ? " DESC" : "";
        return switch (order.field()) {
            case NONE -> "";
            case PATH -> " ORDER BY d.path%s, f.name%s".formatted(down, down);
            case NAME -> " ORDER BY f.name COLLATE NOCASE" + down;
            case SIZE -> " ORDER BY f.size" + down;
            case MODIFIED -> " ORDER BY f.modified" + down;
            case ADDED -> " ORDER BY f.added%s, f.id%s".formatted(down, down);
            case TYPE -> " ORDER BY f.type" + down;
            case BASE -> " ORDER BY f.family" + down;
            case VERIFIED ->
                    " ORDER BY (SELECT coalesce(k.verified, k.hashed, 0) FROM content k"
                            + " WHERE k.id = f.content)"
                            + down;
        };
    }

    /** {@return what lies in a folder or below, by path; to be closed} */
    Stream<CatalogEntry> under(Path folder) {
        String path = Places.text(folder.toAbsolutePath().normalize());
        Places.Range below = Places.Range.below(path);
        return EntryStream.open(
                catalog,
                "FROM folder d JOIN file f ON f.folder = d.id"
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
