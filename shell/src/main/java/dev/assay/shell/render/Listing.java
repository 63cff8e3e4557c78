package dev.assay.shell.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command lists, in every form it can be asked for.
 *
 * @param <T> a row
 * @param columns every column, by which {@code -F} chooses
 * @param usual the names of the columns shown unless told otherwise
 * @param json a row as a JSON object
 * @param id what a row is known by, for {@code -o ids}
 * @param path where a row's file is, for {@code -o paths}
 * @param keys what the JSON objects may hold besides columns, {@link #PROVIDER} standing for the
 *     name of any; empty where only the objects themselves tell
 */
public record Listing<T>(
        List<Column<T>> columns,
        List<String> usual,
        Function<T, Map<String, @Nullable Object>> json,
        Function<T, Optional<String>> id,
        Function<T, Optional<Path>> path,
        List<String> keys) {

    /** What the key of a provider's own object begins with. */
    public static final String PROVIDER = "PROVIDER";

    /** Copies the lists. */
    public Listing {
        columns = List.copyOf(columns);
        usual = List.copyOf(usual);
        keys = List.copyOf(keys);
    }

    /** A listing whose JSON objects alone tell which keys they have. */
    public Listing(
            List<Column<T>> columns,
            List<String> usual,
            Function<T, Map<String, @Nullable Object>> json,
            Function<T, Optional<String>> id,
            Function<T, Optional<Path>> path) {
        this(columns, usual, json, id, path, List.of());
    }

    /** {@return a listing whose JSON objects hold the exact value of every column} */
    public static <T> Listing<T> of(
            String schema,
            List<Column<T>> columns,
            List<String> usual,
            Function<T, Optional<String>> id,
            Function<T, Optional<Path>> path) {
        return new Listing<>(
                columns,
                usual,
                row -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("schema", schema);
                    columns.forEach(one -> json.put(one.name(), one.value().apply(row)));
                    return json;
                },
                id,
                path,
                List.of("schema"));
    }

    /** {@return the column of that name} */
    public Optional<Column<T>> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** {@return whether its JSON objects may have this key, by what is known of them all} */
    boolean hasKey(String name) {
        return keys.stream().anyMatch(key -> fits(key, name));
    }

    private static boolean fits(String key, String name) {
        return key.startsWith(PROVIDER)
                ? name.endsWith(key.substring(PROVIDER.length()))
                : name.equals(key);
    }
}
