package dev.assay.shell.render;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of JSON objects that were asked for: keys, and columns that are no key, since {@code
 * -F} shows those in every other form.
 *
 * @param names as they were typed; empty for all keys
 */
public record JsonFields(List<String> names) {
    private static final String SCHEMA = "schema";

    /** Copies the list. */
    public JsonFields {
        names = List.copyOf(names);
    }

    /** Refuses a name that no row can have, before any is printed. */
    public void check(Listing<?> listing) {
        for (String name : names) {
            if (!listing.keys().isEmpty() && !isField(listing, name)) {
                throw noField(name, all(listing));
            }
        }
    }

    /** {@return a row as an object with these fields, and always its schema} */
    public <T> Map<String, @Nullable Object> of(Listing<T> listing, T row) {
        Map<String, @Nullable Object> whole = listing.json().apply(row);
        if (names.isEmpty()) {
            return whole;
        }
        Map<String, @Nullable Object> some = withSchema(whole);
        for (String name : names) {
            some.put(name, whole.containsKey(name) ? whole.get(name) : value(listing, name, row));
        }
        return some;
    }

    /** {@return an object that is no row with these of its keys, and always its schema} */
    public Map<String, @Nullable Object> of(Map<String, @Nullable Object> whole) {
        if (names.isEmpty()) {
            return whole;
        }
        Map<String, @Nullable Object> some = withSchema(whole);
        for (String name : names) {
            if (!whole.containsKey(name)) {
                throw noField(name, whole.keySet());
            }
            some.put(name, whole.get(name));
        }
        return some;
    }

    private static Map<String, @Nullable Object> withSchema(Map<String, @Nullable Object> whole) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>();
        if (whole.containsKey(SCHEMA)) {
            some.put(SCHEMA, whole.get(SCHEMA));
        }
        return some;
    }

    /** A key that this object has nothing for is null, as it is for a column. */
    private static <T> @Nullable Object value(Listing<T> listing, String name, T row) {
        Optional<Column<T>> column = column(listing, name);
        if (column.isPresent()) {
            return column.get().value().apply(row);
        }
        if (!listing.hasKey(name)) {
            throw noField(name, all(listing));
        }
        return null;
    }

    private static boolean isField(Listing<?> listing, String name) {
        return listing.hasKey(name) || column(listing, name).isPresent();
    }

    private static <T> Optional<Column<T>> column(Listing<T> listing, String name) {
        return listing.column(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> all(Listing<?> listing) {
        Set<String> all = new LinkedHashSet<>();
        listing.columns().forEach(column -> all.add(column.name()));
        all.addAll(listing.keys());
        return all;
    }

    static Failure noField(String name, Collection<String> all) {
        return new Failure(
                ErrorCode.BAD_VALUE, "no field " + name, "The fields: " + String.join(", ", all));
    }
}
