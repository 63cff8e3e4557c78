package dev.assay.core.internal.catalog;

import dev.assay.core.query.Order;
import java.util.Optional;

/** Writes an order of {@code file f} and its {@code folder d}. What is equal comes by path. */
final class OrderSql {
    private OrderSql() {}

    static String of(Order order) {
        String down = order.descending() ? " DESC" : "";
        return switch (order.field()) {
            case NONE -> "";
            case PATH -> " ORDER BY d.path%s, f.name%s".formatted(down, down);
            default -> " ORDER BY %s%s, d.path, f.name".formatted(expression(order.field()), down);
        };
    }

    /** {@return the index that has the files in this order} */
    static Optional<String> index(Order.Field field) {
        return switch (field) {
            case NAME -> Optional.of("file_name");
            case SIZE -> Optional.of("file_size");
            case MODIFIED -> Optional.of("file_modified");
            case ADDED -> Optional.of("file_added");
            default -> Optional.empty();
        };
    }

    /** {@return that a file's {@code content k} has a value} */
    static String hasContent(String value) {
        return "EXISTS (SELECT 1 FROM content k WHERE k.id = f.content AND %s IS NOT NULL)"
                .formatted(value);
    }

    static String expression(Order.Field field) {
        return switch (field) {
            case NONE, PATH -> "f.id";
            case NAME -> "f.name COLLATE NOCASE";
            case SIZE -> "f.size";
            case MODIFIED -> "f.modified";
            case ADDED -> "f.added";
            case TYPE -> "f.type";
            case BASE -> "f.family";
            case FORMAT -> "f.format";
            case STATE -> "f.state";
            case SAFETY -> "f.safety";
            case CONFIDENCE -> "f.confidence";
            case PRECISION -> "f.precision";
            case CATEGORY -> "f.category";
            case VERIFIED ->
                    "(SELECT coalesce(k.verified, k.hashed, 0) FROM content k"
                            + " WHERE k.id = f.content)";
            case SHA256 -> "(SELECT hex(k.sha256) FROM content k WHERE k.id = f.content)";
            case CIVITAI -> ModelSql.best("m.model || '@' || m.version");
            case MODEL -> ModelSql.best("m.name") + " COLLATE NOCASE";
            case TRIGGERS ->
                    "coalesce(nullif(" + ModelSql.best("m.triggers") + ", '[]'), f.triggers)";
            case TAGS -> "(SELECT min(word) FROM tag WHERE content = f.content)";
            case NOTE -> "(SELECT text FROM note WHERE content = f.content)";
        };
    }
}
