package dev.assay.core.internal.catalog;

import java.util.Optional;

/**
 * Finds text that every match of a regular expression holds, so that an index can tell where to
 * look: the longest run of letters that nothing makes optional. Of an expression with groups or
 * alternatives it says nothing.
 */
final class Literals {
    private static final String ENDS_A_RUN = ".^$";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private Literals(String regex) {
        this.regex = regex;
    }

    /** {@return the text; nothing when none is sure} */
    static Optional<String> of(String regex) {
        Literals literals = new Literals(regex);
        while (literals.at < regex.length()) {
            if (!literals.step(regex.charAt(literals.at++))) {
                return Optional.empty();
            }
        }
        literals.end();
        return Optional.of(literals.longest).filter(text -> !text.isEmpty());
    }

    /** {@return whether the character is understood} */
    private boolean step(char character) {
        return switch (character) {
            case '|', '(', ')', '{', '}' -> false;
            case '?', '*' -> {
                run.setLength(Math.max(0, run.length() - 1));
                end();
                yield true;
            }
            case '\\' -> escape();
            case '[' -> set();
            default -> {
                if (character == '+' || ENDS_A_RUN.indexOf(character) >= 0) {
                    end();
                } else {
                    run.append(character);
                }
                yield true;
            }
        };
    }

    /** A quoted text, a punctuation mark, or something that stands for many characters. */
    private boolean escape() {
        if (at >= regex.length()) {
            return false;
        }
        char escaped = regex.charAt(at++);
        if (escaped == 'Q') {
            int closing = regex.indexOf("\\E", at);
            run.append(regex, at, closing < 0 ? regex.length() : closing);
            at = closing < 0 ? regex.length() : closing + 2;
            return true;
        }
        if ("dDwWsSbB".indexOf(escaped) >= 0) {
            end();
            return true;
        }
        run.append(escaped);
        return !Character.isLetterOrDigit(escaped);
    }

    /** {@return whether it is a set whose end is sure} */
    private boolean set() {
        end();
        int closing = regex.indexOf(']', at);
        String inside = closing < 0 ? "" : regex.substring(at, closing);
        at = closing + 1;
        return !inside.replace("^", "").isEmpty()
                && inside.indexOf('[') < 0
                && inside.indexOf('\\') < 0;
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}
