package dev.assay.core.internal.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of a statement that is being written, and the marks that stand for them. */
final class Values {
    private final List<@Nullable Object> all = new ArrayList<>();

    /** {@return the mark of another value} What a person typed only ever becomes one. */
    String add(Object value) {
        all.add(value);
        return "?";
    }

    /** {@return that a column has this text in it} LIKE knows the case of ASCII letters only. */
    String like(String column, String text) {
        if (text.chars().anyMatch(c -> c > 0x7E)) {
            return "holds(%s, %s)".formatted(column, add(text.toLowerCase(Locale.ROOT)));
        }
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%s LIKE %s ESCAPE '\\'".formatted(column, add("%" + literal + "%"));
    }

    /** {@return that a column is in a range; always, when the range has no ends} */
    String between(String column, @Nullable Long from, @Nullable Long to, String upTo) {
        List<String> parts = new ArrayList<>();
        if (from != null) {
            parts.add(column + " >= " + add(from));
        }
        if (to != null) {
            parts.add(column + " " + upTo + " " + add(to));
        }
        return parts.isEmpty() ? "1" : "(" + String.join(" AND ", parts) + ")";
    }

    List<@Nullable Object> all() {
        return Collections.unmodifiableList(all);
    }
}
