package dev.assay.shell.render;

import org.jline.utils.WCWidth;

/** How many columns text takes on a terminal, and how to make it fit. */
public final class Width {
    private static final String CUT = "…";
    private static final String ASCII_CUT = "~";

    private Width() {}

    /** {@return columns that this text takes; it must be inert} */
    public static int of(String inert) {
        if (Inert.isPlain(inert)) {
            return inert.length();
        }
        int columns = 0;
        for (int at = 0; at < inert.length(); ) {
            int codePoint = inert.codePointAt(at);
            columns += Math.max(0, WCWidth.wcwidth(codePoint));
            at += Character.charCount(codePoint);
        }
        return columns;
    }

    /** {@return the text with spaces on the right up to the width} */
    static String padRight(String inert, int width) {
        return inert + " ".repeat(Math.max(0, width - of(inert)));
    }

    /** {@return the text with spaces on the left up to the width} */
    static String padLeft(String inert, int width) {
        return " ".repeat(Math.max(0, width - of(inert))) + inert;
    }

    /**
     * {@return the text cut in the middle to fit: the version at the end of a model's name tells as
     * much as its beginning}
     */
    public static String middle(String inert, int width, boolean ascii) {
        String cut = ascii ? ASCII_CUT : CUT;
        if (of(inert) <= width) {
            return inert;
        }
        if (width <= 1) {
            return width == 1 ? cut : "";
        }
        int tail = (width - 1) * 2 / 5;
        return head(inert, width - 1 - tail) + cut + tail(inert, tail);
    }

    /** {@return the text cut at the end to fit} */
    public static String end(String inert, int width, boolean ascii) {
        if (of(inert) <= width) {
            return inert;
        }
        return width < 1 ? "" : head(inert, width - 1) + (ascii ? ASCII_CUT : CUT);
    }

    private static String head(String inert, int width) {
        int columns = 0;
        int at = 0;
        while (at < inert.length()) {
            int codePoint = inert.codePointAt(at);
            columns += Math.max(0, WCWidth.wcwidth(codePoint));
            if (columns > width) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return inert.substring(0, at);
    }

    private static String tail(String inert, int width) {
        int columns = 0;
        int at = inert.length();
        while (at > 0) {
            int codePoint = inert.codePointBefore(at);
            int wide = Math.max(0, WCWidth.wcwidth(codePoint));
            if (columns + wide > width) {
                break;
            }
            columns += wide;
            at -= Character.charCount(codePoint);
        }
        return withoutLeadingMarks(inert.substring(at));
    }

    /** A combining mark whose letter was cut away would land on the ellipsis. */
    private static String withoutLeadingMarks(String text) {
        int at = 0;
        while (at < text.length() && WCWidth.wcwidth(text.codePointAt(at)) <= 0) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(at);
    }
}
