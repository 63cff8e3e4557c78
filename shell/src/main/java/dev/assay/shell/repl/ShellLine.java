package dev.assay.shell.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line typed into the shell, cut into words and what to do with the result.
 *
 * <p>Quotes are {@code '} and {@code "}; a backslash takes the meaning from a blank, a quote, an
 * operator or a backslash, and is itself before anything else, so that Windows paths need no care.
 *
 * @param words the command and its arguments
 * @param target the file that takes the data
 * @param append whether that file is added to
 * @param pipe the system command that takes the data
 * @param background whether to go on without waiting
 * @param open whether a quote is still open at the end
 */
record ShellLine(
        List<Word> words,
        Optional<String> target,
        boolean append,
        Optional<String> pipe,
        boolean background,
        boolean open) {
    private static final String SPECIAL = " \t'\"\\&|>";

    /**
     * One word.
     *
     * @param text what it means
     * @param start where it begins in the line
     * @param end where it ends in the line
     */
    record Word(String text, int start, int end) {}

    /** {@return the words without their places} */
    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    /** {@return the line as it was typed, without the sign that sends it behind the prompt} */
    String command(String typed) {
        return background ? typed.substring(0, typed.lastIndexOf('&')).strip() : typed;
    }

    /** {@return the lines of a text that was pasted; a quote keeps its lines together} */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.lines().toList()) {
            line.append(line.isEmpty() ? "" : "\n").append(part);
            if (!of(line.toString()).open()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines.stream().filter(one -> !one.isEmpty() && !one.startsWith("#")).toList();
    }

    /** {@return the line, cut} */
    static ShellLine of(String line) {
        return new Cutter(line).cut();
    }

    /** {@return a text as it has to be typed to mean itself} */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (SPECIAL.indexOf(character) >= 0) {
                out.append('\\');
            }
            out.append(character);
        }
        return out.toString();
    }

    /** Walks over the line once. */
    private static final class Cutter {
        private final String line;
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int start = -1;
        private int at;
        private char quote;
        private Optional<String> target = Optional.empty();
        private Optional<String> pipe = Optional.empty();
        private boolean append;
        private boolean background;
        private boolean wantsTarget;

        Cutter(String line) {
            this.line = line;
        }

        ShellLine cut() {
            while (at < line.length() && pipe.isEmpty()) {
                step(line.charAt(at));
                at++;
            }
            end();
            return new ShellLine(words, target, append, pipe, background, quote != 0);
        }

        private void step(char character) {
            if (quote != 0) {
                quoted(character);
            } else if (character == '\'' || character == '"') {
                begin();
                quote = character;
            } else if (character == '\\' && isSpecial(at + 1)) {
                at++;
                add(line.charAt(at));
            } else if (character == ' ' || character == '\t' || character == '\n') {
                end();
            } else if (character == '>' || character == '|') {
                operator(character);
            } else if (character == '&' && line.substring(at + 1).isBlank()) {
                end();
                background = true;
            } else {
                add(character);
            }
        }

        private void quoted(char character) {
            if (character == quote) {
                quote = 0;
            } else if (character == '\\' && quote == '"' && isQuoteOrBackslash(at + 1)) {
                at++;
                add(line.charAt(at));
            } else {
                add(character);
            }
        }

        private void operator(char character) {
            end();
            if (character == '|') {
                pipe = Optional.of(line.substring(at + 1).strip());
                return;
            }
            append = at + 1 < line.length() && line.charAt(at + 1) == '>';
            at += append ? 1 : 0;
            wantsTarget = true;
        }

        private boolean isSpecial(int index) {
            return index < line.length() && SPECIAL.indexOf(line.charAt(index)) >= 0;
        }

        private boolean isQuoteOrBackslash(int index) {
            return index < line.length() && "\"\\".indexOf(line.charAt(index)) >= 0;
        }

        private void begin() {
            start = start < 0 ? at : start;
        }

        private void add(char character) {
            begin();
            word.append(character);
        }

        private void end() {
            if (start < 0) {
                return;
            }
            if (wantsTarget) {
                target = Optional.of(word.toString());
                wantsTarget = false;
            } else {
                words.add(new Word(word.toString(), start, at));
            }
            word.setLength(0);
            start = -1;
        }
    }
}
