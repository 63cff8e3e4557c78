package dev.assay.shell.render;

import java.util.ArrayList;
import java.util.List;

/**
 * One line to be shown, in pieces of one style each. The pieces may hold foreign text: {@link
 * Screen} makes them inert.
 *
 * @param spans the pieces from left to right
 */
public record Text(List<Span> spans) {

    /** Copies the list. */
    public Text {
        spans = List.copyOf(spans);
    }

    /**
     * A piece of a line.
     *
     * @param style how it looks
     * @param text what it says
     */
    public record Span(Style style, String text) {}

    /** {@return a line of one piece} */
    public static Text of(String text) {
        return of(Style.PLAIN, text);
    }

    /** {@return a line of one piece in a style} */
    public static Text of(Style style, String text) {
        return new Text(List.of(new Span(style, text)));
    }

    /** {@return this line with a piece added on the right} */
    public Text and(String text) {
        return and(Style.PLAIN, text);
    }

    /** {@return this line with a piece added on the right} */
    public Text and(Style style, String text) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(style, text));
        return new Text(longer);
    }

    /** {@return this line with another added on the right} */
    public Text and(Text other) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(other.spans);
        return new Text(longer);
    }

    /** {@return what it says, without styles} */
    public String plain() {
        if (spans.size() == 1) {
            return spans.getFirst().text();
        }
        StringBuilder all = new StringBuilder();
        spans.forEach(span -> all.append(span.text()));
        return all.toString();
    }
}
