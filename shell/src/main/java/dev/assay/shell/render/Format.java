package dev.assay.shell.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a command can give its rows. */
public enum Format {
    /** Columns for a person, fitted to the width. */
    TABLE,
    /** A block of lines for each row. */
    LIST,
    /** Tab-separated, a row a line, with {@code \t}, {@code \n} and {@code \\} escaped. */
    TSV,
    /** RFC 4180. */
    CSV,
    /** One JSON document. */
    JSON,
    /** One JSON object a line. */
    JSONL,
    /** The identity a row is known by, one a line. */
    IDS,
    /** The path of each row, one a line. */
    PATHS,
    /** A Markdown table. */
    MD;

    /** {@return the name on the command line} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the format of that name} */
    public static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /** {@return every name} */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Format::id).toList();
    }

    /** {@return whether errors are JSON objects too} */
    public boolean isJson() {
        return this == JSON || this == JSONL;
    }
}
