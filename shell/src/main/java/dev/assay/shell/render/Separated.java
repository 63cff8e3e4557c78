package dev.assay.shell.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of cells as text for other programs. */
final class Separated {
    private static final byte DELETE = 0x7f;

    private Separated() {}

    /** {@return a line of tab-separated values; one row is one line whatever the cells hold} */
    static String tsv(List<? extends @Nullable Object> cells) {
        StringBuilder raw = new StringBuilder(200);
        for (int at = 0; at < cells.size(); at++) {
            raw.append(at == 0 ? "" : "\t").append(text(cells.get(at)));
        }
        String line = raw.toString();
        return isOrdinary(line, cells.size() - 1) ? line : escaped(cells);
    }

    /**
     * Whether nothing in the line wants escaping: printable ASCII, and no tab but those between
     * cells. Of the whole line and in bytes, since a list of thousands is over before this is
     * compiled.
     */
    private static boolean isOrdinary(String line, int tabs) {
        int found = 0;
        for (byte one : line.getBytes(StandardCharsets.UTF_8)) {
            if (one == '\t') {
                found++;
            } else if (one < ' ' || one == '\\' || one == DELETE) {
                return false;
            }
        }
        return found == tabs;
    }

    private static String escaped(List<? extends @Nullable Object> cells) {
        StringBuilder line = new StringBuilder(200);
        for (int at = 0; at < cells.size(); at++) {
            line.append(at == 0 ? "" : "\t");
            tsvCell(line, text(cells.get(at)));
        }
        return line.toString();
    }

    /** {@return a line of comma-separated values} */
    static String csv(List<? extends @Nullable Object> cells) {
        return cells.stream().map(cell -> csvCell(cell)).collect(Collectors.joining(","));
    }

    /** {@return a row of a Markdown table} */
    static String markdown(List<? extends @Nullable Object> cells) {
        return cells.stream()
                .map(cell -> markdownCell(cell))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static void tsvCell(StringBuilder out, String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            switch (codePoint) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                default -> appendEscaped(out, codePoint);
            }
        }
    }

    private static void appendEscaped(StringBuilder out, int codePoint) {
        if (!Inert.isForbidden(codePoint)) {
            out.appendCodePoint(codePoint);
            return;
        }
        for (char unit : Character.toChars(codePoint)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe, which it hides. */
    private static String csvCell(@Nullable Object cell) {
        String text = text(cell);
        boolean formula = !(cell instanceof Number) && !text.isEmpty() && isFormula(text.charAt(0));
        String safe = formula ? "'" + text : text;
        return formula || needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isFormula(char first) {
        return "=+-@\t\r".indexOf(first) >= 0;
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || text.startsWith(" ")
                || text.endsWith(" ");
    }

    private static String markdownCell(@Nullable Object cell) {
        return Inert.text(text(cell))
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replace("!", "\\!");
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof String text) {
            return text;
        }
        return cell instanceof Iterable<?> list ? join(list) : Objects.toString(cell, "");
    }

    private static String join(Iterable<?> list) {
        StringBuilder all = new StringBuilder();
        for (Object element : list) {
            all.append(all.isEmpty() ? "" : "; ").append(element);
        }
        return all.toString();
    }
}
