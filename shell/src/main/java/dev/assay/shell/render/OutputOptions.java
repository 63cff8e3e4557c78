package dev.assay.shell.render;

import java.util.List;
import java.util.Optional;

/**
 * How rows are to be printed.
 *
 * @param format the form
 * @param fields columns, or keys of the JSON objects; empty for the usual ones
 * @param sort column to sort by, with {@code :desc} after it for falling order
 * @param limit at most this many rows
 * @param header whether columns have headings; empty for what suits the format
 * @param truncate whether a table is fitted to the width
 * @param bytes whether sizes are exact
 * @param nul whether lines of paths end with NUL instead of a line feed
 */
public record OutputOptions(
        Format format,
        List<String> fields,
        Optional<String> sort,
        int limit,
        Optional<Boolean> header,
        boolean truncate,
        boolean bytes,
        boolean nul) {

    /** Copies the list. */
    public OutputOptions {
        fields = List.copyOf(fields);
    }

    /** {@return every default, in this form} */
    public static OutputOptions of(Format format) {
        return new OutputOptions(
                format,
                List.of(),
                Optional.empty(),
                Integer.MAX_VALUE,
                Optional.empty(),
                true,
                false,
                false);
    }
}
