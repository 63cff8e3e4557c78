package dev.assay.shell.command;

import dev.assay.core.query.Order;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.SortBy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code --sort} asks for, as an order that the catalog knows: it finds the first rows of many
 * without reading them all where it has an index, and needs no memory for the others.
 *
 * @param typed a column, with {@code :desc} after it for falling order
 */
record SortOrder(Optional<String> typed) {
    Order order() {
        if (typed.isEmpty()) {
            return Order.BY_PATH;
        }
        SortBy by = SortBy.of(typed.get());
        return new Order(field(by.field()), by.falling());
    }

    private static Order.Field field(String word) {
        return Arrays.stream(Order.Field.values())
                .filter(field -> word(field).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.BAD_VALUE,
                                "no field " + word,
                                "Sorted by one of: " + String.join(", ", words())));
    }

    /** {@return what can be sorted by} */
    static List<String> words() {
        return Arrays.stream(Order.Field.values())
                .filter(field -> field != Order.Field.NONE)
                .map(SortOrder::word)
                .toList();
    }

    private static String word(Order.Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
