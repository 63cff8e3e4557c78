package dev.assay.shell.render;

import java.util.Locale;

/**
 * Makes foreign text safe to show: file names, metadata, replies of servers and messages of
 * exceptions may hold terminal commands (CWE-150) or reorder what stands beside them
 * (CVE-2021-42574). Afterwards there is no control, format or line-breaking character left, so one
 * string is one line; what was there stays visible as {@code ^[} or {@code <U+202E>}.
 *
 * <p>{@link Screen} puts everything it prints through here. Doing it twice changes nothing.
 */
public final class Inert {
    /** More marks on one letter than any language stacks are drawn over the lines around it. */
    private static final int MOST_MARKS = 6;

    private Inert() {}

    /** {@return the text without anything a terminal could obey} */
    public static String text(String foreign) {
        return render(foreign, false);
    }

    /** {@return the same for a terminal that shows ASCII only} */
    public static String ascii(String foreign) {
        return render(foreign, true);
    }

    /** {@return whether a terminal could do something else with this character than draw it} */
    public static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> isInvisibleFiller(codePoint);
        };
    }

    private static String render(String foreign, boolean ascii) {
        if (isPlain(foreign)) {
            return foreign;
        }
        StringBuilder out = new StringBuilder(foreign.length() + 16);
        int marks = 0;
        for (int at = 0; at < foreign.length(); ) {
            int codePoint = foreign.codePointAt(at);
            at += Character.charCount(codePoint);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                append(out, codePoint, ascii);
            }
        }
        return out.toString();
    }

    /** {@return whether it is printable ASCII, as nearly every string is} */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, int codePoint, boolean ascii) {
        if (codePoint < ' ' || codePoint == 0x7f) {
            out.append('^').append((char) (codePoint ^ 0x40));
        } else if (isForbidden(codePoint) || (ascii && codePoint > '~')) {
            out.append(String.format(Locale.ROOT, "<U+%04X>", codePoint));
        } else {
            out.appendCodePoint(codePoint);
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Letters by name that are drawn as nothing: Hangul fillers, and Braille's blank. */
    private static boolean isInvisibleFiller(int codePoint) {
        return codePoint == 0x115f
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xffa0
                || codePoint == 0x2800
                || codePoint == 0x034f;
    }
}
