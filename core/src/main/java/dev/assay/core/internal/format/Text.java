package dev.assay.core.internal.format;

/** Text of a file within our sentences. */
final class Text {

    private static final int MAX = 80;

    private Text() {}

    /** {@return a name that fits a line; a longer one keeps its start} */
    static String shortened(String text) {
        if (text.length() <= MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
