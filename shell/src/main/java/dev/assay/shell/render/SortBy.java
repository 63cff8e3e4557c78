package dev.assay.shell.render;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.util.Locale;

/**
 * What {@code --sort} says.
 *
 * @param field a column, as it was typed
 * @param falling whether the largest comes first
 */
public record SortBy(String field, boolean falling) {

    /** {@return what was typed: a column, and maybe {@code :asc} or {@code :desc} after it} */
    public static SortBy of(String typed) {
        String[] parts = typed.split(":", 2);
        String direction = parts.length == 1 ? "asc" : parts[1].toLowerCase(Locale.ROOT);
        return switch (direction) {
            case "asc" -> new SortBy(parts[0], false);
            case "desc" -> new SortBy(parts[0], true);
            default ->
                    throw new Failure(
                            ErrorCode.BAD_VALUE,
                            "--sort knows no direction " + parts[1],
                            "Rising is %1$s or %1$s:asc, falling is %1$s:desc".formatted(parts[0]));
        };
    }
}
