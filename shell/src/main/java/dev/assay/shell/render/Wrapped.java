package dev.assay.shell.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks a sentence at blanks, so that a terminal does not break it inside a word. */
final class Wrapped {
    private Wrapped() {}

    /**
     * {@return lines of at most this width, unless a word alone is wider; the first begins with the
     * head, the others with the indent}
     */
    static List<String> lines(String head, String words, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        boolean fresh = true;
        for (String word : words.split(" ", -1)) {
            int wanted = Width.of(line.toString()) + (fresh ? 0 : 1) + Width.of(word);
            if (!fresh && wanted > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(fresh ? "" : " ").append(word);
            }
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
