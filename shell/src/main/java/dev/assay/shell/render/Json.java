package dev.assay.shell.render;

import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers, booleans and null as JSON. Ours rather than a library's for
 * two reasons: a command that prints one object should not pay for loading a mapper, and characters
 * a terminal would obey are written as {@code \\uXXXX}, which reads back exactly and shows safely.
 */
public final class Json {
    private Json() {}

    /** {@return the value on one line} */
    public static String compact(Object value) {
        StringBuilder out = new StringBuilder(256);
        append(out, value, -1);
        return out.toString();
    }

    /** {@return the value over several lines, nested from this depth on} */
    public static String pretty(Object value, int depth) {
        StringBuilder out = new StringBuilder(1024);
        append(out, value, depth);
        return out.toString();
    }

    /** A negative depth means everything on one line. */
    private static void append(
            StringBuilder out, @org.jspecify.annotations.Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(out, map, depth);
            case Iterable<?> list -> array(out, list, depth);
            case Double number -> out.append(number.isNaN() || number.isInfinite() ? null : number);
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            case TemporalAccessor time -> string(out, time.toString());
            default -> string(out, value.toString());
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            separate(out, first, depth);
            first = false;
            string(out, String.valueOf(entry.getKey()));
            out.append(depth < 0 ? ":" : ": ");
            append(out, entry.getValue(), next(depth));
        }
        end(out, first, depth, '}');
    }

    private static void array(StringBuilder out, Iterable<?> list, int depth) {
        out.append('[');
        boolean first = true;
        for (Object element : list) {
            separate(out, first, depth);
            first = false;
            append(out, element, next(depth));
        }
        end(out, first, depth, ']');
    }

    private static void separate(StringBuilder out, boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        if (depth >= 0) {
            out.append('\n').repeat("  ", depth + 1);
        }
    }

    private static void end(StringBuilder out, boolean empty, int depth, char bracket) {
        if (!empty && depth >= 0) {
            out.append('\n').repeat("  ", depth);
        }
        out.append(bracket);
    }

    private static int next(int depth) {
        return depth < 0 ? depth : depth + 1;
    }

    /** Appends a JSON string; what a terminal could obey, a lone surrogate included, is escaped. */
    static void string(StringBuilder out, String text) {
        out.append('"');
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int length = Character.charCount(codePoint);
            switch (codePoint) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(out, text, at, length, codePoint);
            }
            at += length;
        }
        out.append('"');
    }

    private static void character(
            StringBuilder out, String text, int at, int length, int codePoint) {
        if (!Inert.isForbidden(codePoint)) {
            out.appendCodePoint(codePoint);
            return;
        }
        for (int unit = at; unit < at + length; unit++) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(unit)));
        }
    }
}
