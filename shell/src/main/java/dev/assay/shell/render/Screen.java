package dev.assay.shell.render;

import java.util.List;

/**
 * Prints lines for a person. Every string goes through {@link Inert} here and nowhere else can
 * bypass it; the only escape sequences that come out are those of {@link Style}.
 *
 * @param out where lines go
 * @param look what the terminal can show
 */
public record Screen(Output out, Look look) {
    private static final int LEAST_ROOM = 28;
    private static final int BELOW = 6;

    /**
     * What a terminal can show.
     *
     * @param terminal whether there is a terminal at all
     * @param colour whether styles are drawn
     * @param unicode whether more than ASCII can be shown
     * @param width columns
     * @param height rows
     */
    public record Look(boolean terminal, boolean colour, boolean unicode, int width, int height) {
        /** A screen that never ends. */
        public Look(boolean terminal, boolean colour, boolean unicode, int width) {
            this(terminal, colour, unicode, width, Integer.MAX_VALUE);
        }

        /** {@return the same terminal after its window changed} */
        public Look sized(int columns, int rows) {
            return terminal ? new Look(true, colour, unicode, columns, rows) : this;
        }

        /** {@return the same screen with colour or without} */
        public Look coloured(boolean yes) {
            return new Look(terminal, yes, unicode, width, height);
        }

        /**
         * {@return the same screen with colour or without}
         *
         * @param when {@code always} or {@code never}; anything else leaves it as it is
         */
        public Look coloured(String when) {
            return switch (when) {
                case "always" -> coloured(true);
                case "never" -> coloured(false);
                default -> this;
            };
        }

        /** A pipe or a file: no colours and no limit. */
        public static Look pipe() {
            return new Look(false, false, true, Integer.MAX_VALUE);
        }
    }

    /** Prints a line without style. */
    public void line(String text) {
        line(Text.of(text));
    }

    /** Prints a line. */
    public void line(Text text) {
        out.write(render(text) + "\n");
        if (look.terminal()) {
            out.flush();
        }
    }

    /**
     * Prints a sentence after its head, broken at blanks where the screen ends; what goes on is
     * indented.
     */
    public void sentence(Style headStyle, String head, Style style, String words) {
        broken(headStyle, head, style, words, " ".repeat(Math.min(7, head.length())));
    }

    /**
     * Prints what a label stands for, broken at blanks; what goes on stands below its beginning.
     */
    public void labelled(String label, Style style, String words) {
        broken(Style.DIM, label, style, words, " ".repeat(label.length()));
    }

    /**
     * Prints words behind a head and within a width, the screen's at most; what goes on is
     * indented. Where too little room is left behind the head, all of the words stand below it.
     */
    public void hanging(Style headStyle, String head, String words, int indent, int width) {
        int room = Math.min(width, look.width());
        if (head.isBlank() || room - Math.max(indent, head.length()) >= LEAST_ROOM) {
            lines(headStyle, head, words, " ".repeat(indent), room);
        } else if (head.length() + words.length() <= room) {
            line(Text.of(headStyle, head).and(words));
        } else {
            line(Text.of(headStyle, head.stripTrailing()));
            String below = " ".repeat(Math.min(BELOW, indent));
            lines(headStyle, below, words, below, room);
        }
    }

    private void lines(Style headStyle, String head, String words, String indent, int width) {
        List<String> lines = Wrapped.lines(head, words, width, indent);
        line(Text.of(headStyle, head).and(lines.getFirst().substring(head.length())));
        lines.stream().skip(1).forEach(this::line);
    }

    private void broken(Style headStyle, String head, Style style, String words, String indent) {
        String start = inert(head);
        List<String> lines = Wrapped.lines(start, inert(words), look.width(), indent);
        line(Text.of(headStyle, start).and(style, lines.getFirst().substring(start.length())));
        lines.stream().skip(1).forEach(one -> line(Text.of(style, one)));
    }

    /** {@return the line as it is written, without its end} */
    public String render(Text text) {
        StringBuilder line = new StringBuilder();
        for (Text.Span span : text.spans()) {
            String inert = inert(span.text());
            line.append(look.colour() ? span.style().apply(inert) : inert);
        }
        return line.toString();
    }

    /** {@return foreign text as this screen would show it} */
    public String inert(String foreign) {
        return look.unicode() ? Inert.text(foreign) : Inert.ascii(foreign);
    }
}
