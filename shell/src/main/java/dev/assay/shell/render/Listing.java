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
 */
public record Listing<T>(
        List<Column<T>> columns,
        List<String> usual,
        Function<T, Map<String, @Nullable Object>> json,
        Function<T, Optional<String>> id,
        Function<T, Optional<Path>> path) {

    /** Copies the lists. */
    public Listing {
        columns = List.copyOf(columns);
        usual = List.copyOf(usual);
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
                path);
    }

    /** {@return the column of that name} */
    public Optional<Column<T>> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
