package dev.assay.core.internal.catalog;

import dev.assay.core.query.Filter;
import dev.assay.core.query.Order;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How to go through many files so that those that fit come in their order and the first is there at
 * once: one way after the other, each of which has an index. Only the greatest trigger words,
 * models, tags and notes of falling order wait until all that have any are sorted.
 */
final class Ways {
    /** More words than this of a column are not gone through one by one. */
    private static final int MANY = 500;

    private static final String BY_PATH = " ORDER BY d.path, f.name";

    private final boolean isOfAType;
    private final Order order;

    private Ways(Filter filter, Order order) {
        this.isOfAType = isOfAType(filter);
        this.order = order;
    }

    /** {@return the ways for an order, of which together every file lies on one} */
    static List<Way> of(Sql sql, Filter filter, Order order) throws SQLException {
        return new Ways(filter, order).all(sql);
    }

    private List<Way> all(Sql sql) throws SQLException {
        Order.Field field = order.field();
        Optional<String> index = OrderSql.index(field);
        if (index.isPresent()) {
            return List.of(Way.of(Way.by(index.get()), OrderSql.of(order)));
        }
        Optional<Grouped> grouped = Grouped.by(field);
        if (grouped.isPresent()) {
            return byWord(sql, grouped.get());
        }
        return switch (field) {
            case PATH, NONE -> List.of(Way.of(byFolder(), OrderSql.of(order)));
            case SHA256 -> byContent("k.sha256", "sqlite_autoindex_content_1");
            case VERIFIED -> byContent("coalesce(k.verified, k.hashed)", "content_verified");
            case MODEL -> byModel("m.name", " COLLATE NOCASE", "model_name");
            case CIVITAI -> byModel("m.model || '@' || m.version", "", "model_address");
            case TAGS -> sorted("f.content IN (SELECT content FROM tag)");
            case NOTE -> sorted("f.content IN (SELECT content FROM note)");
            default -> sorted("1");
        };
    }

    private List<Way> byWord(Sql sql, Grouped grouped) throws SQLException {
        List<String> words = grouped.inOrder(sql);
        if (words.size() > MANY) {
            return List.of(Way.of(Way.ANY, OrderSql.of(order)));
        }
        List<Way> ways = new ArrayList<>();
        String column = "f." + grouped.column();
        if (grouped.usual().isEmpty()) {
            ways.add(word(grouped).where(column + " IS NULL"));
        }
        for (String word : words) {
            ways.add(
                    grouped.usual().equals(Optional.of(word))
                            ? Way.of(byFolder(), BY_PATH).where(column + " = ?", word)
                            : word(grouped).where(column + " = ? AND " + grouped.known("f"), word));
        }
        return directed(ways);
    }

    private static Way word(Grouped grouped) {
        return Way.of(Way.byFolder(grouped.index()), BY_PATH);
    }

    private String byFolder() {
        return isOfAType ? Way.byFolder(Grouped.TYPE.index()) : Way.byFolder();
    }

    /**
     * By path those of which a value is not known, the others in the order of an index of contents.
     */
    private List<Way> byContent(String value, String index) {
        Way known =
                Way.of(
                        "content k INDEXED BY %s CROSS JOIN file f ON f.content = k.id"
                                        .formatted(index)
                                + " CROSS JOIN folder d ON d.id = f.folder",
                        " ORDER BY %s%s, d.path, f.name".formatted(value, direction()));
        return lackingFirst(
                "NOT " + OrderSql.hasContent(value), known.where(value + " IS NOT NULL"));
    }

    /** By path those that nobody knows, the others in the order of an index of models. */
    private List<Way> byModel(String value, String collation, String index) {
        String from =
                "model m INDEXED BY %s CROSS JOIN candidate c ON c.model = m.id AND c.place = 0"
                                .formatted(index)
                        + " CROSS JOIN file f ON f.content = c.content"
                        + " CROSS JOIN folder d ON d.id = f.folder";
        String sort = " ORDER BY %s%s%s, d.path, f.name".formatted(value, collation, direction());
        return lackingFirst(
                ModelSql.best(value) + " IS NULL",
                Way.of(from, sort)
                        .where(
                                "c.provider = "
                                        + ModelSql.FIRST
                                        + " AND "
                                        + value
                                        + " IS NOT NULL"));
    }

    /**
     * By path those without a value; the others sorted.
     *
     * @param may which files may have one, as far as a table tells
     */
    private List<Way> sorted(String may) {
        String value = OrderSql.expression(order.field());
        return lackingFirst(
                value + " IS NULL",
                Way.of(Way.ANY, OrderSql.of(order)).where(may + " AND " + value + " IS NOT NULL"));
    }

    private List<Way> lackingFirst(String lacking, Way others) {
        return directed(List.of(Way.of(byFolder(), BY_PATH).where(lacking), others));
    }

    private String direction() {
        return order.descending() ? " DESC" : "";
    }

    private List<Way> directed(List<Way> ways) {
        List<Way> directed = new ArrayList<>(ways);
        if (order.descending()) {
            Collections.reverse(directed);
        }
        return directed;
    }

    /** Folders that have none of a type are passed by without a look at their files. */
    private static boolean isOfAType(Filter filter) {
        // Not a switch by type: asked by every listing, and a class is made for one at each start.
        if (filter instanceof Filter.Kind(var field, var word)) {
            return KindSql.isType(field, word);
        }
        if (filter instanceof Filter.Any(var parts)) {
            return !parts.isEmpty() && parts.stream().allMatch(Ways::isOfAType);
        }
        return filter instanceof Filter.All(var parts) && parts.stream().anyMatch(Ways::isOfAType);
    }
}
