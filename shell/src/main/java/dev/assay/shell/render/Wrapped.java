package dev.assay.shell.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks a sentence at blanks, so that a terminal does not break it inside a word. */
public final class Wrapped {
    private Wrapped() {}

    /** {@return lines of at most this width; those after the first are indented} */
    public static List<String> lines(String inert, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : inert.split(" ", -1)) {
            boolean fits = Width.of(line.toString()) + 1 + Width.of(word) <= width;
            if (!line.isEmpty() && !fits) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
