package dev.assay.shell.render;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a listing.
 *
 * @param <T> what a row shows
 * @param name its name for {@code -F} and {@code --sort}
 * @param value the exact value, for machines and for sorting: text, a number, or null
 * @param shown what a person sees
 * @param right whether it is flush right
 * @param priority 0 stays whatever the width; the highest goes first when room is short
 * @param flexible whether it is cut in the middle to make the table fit
 */
public record Column<T>(
        String name,
        Function<T, @Nullable Object> value,
        Function<T, Text> shown,
        boolean right,
        int priority,
        boolean flexible) {

    /** {@return a column of text that stays} */
    public static <T> Column<T> of(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, value, row -> Text.of(plain(value.apply(row))), false, 0, false);
    }

    /** {@return the same column, shown another way} */
    public Column<T> showing(Function<T, Text> other) {
        return new Column<>(name, value, other, right, priority, flexible);
    }

    /** {@return the same column, flush right} */
    public Column<T> flushRight() {
        return new Column<>(name, value, shown, true, priority, flexible);
    }

    /** {@return the same column, left out when room is short} */
    public Column<T> dropping(int order) {
        return new Column<>(name, value, shown, right, order, flexible);
    }

    /** {@return the same column, cut in the middle when room is short} */
    public Column<T> stretching() {
        return new Column<>(name, value, shown, right, priority, true);
    }

    /** {@return the same column of rows that hold this one's} */
    public <U> Column<U> on(Function<U, T> held) {
        return new Column<>(
                name,
                row -> value.apply(held.apply(row)),
                row -> shown.apply(held.apply(row)),
                right,
                priority,
                flexible);
    }

    static String plain(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
