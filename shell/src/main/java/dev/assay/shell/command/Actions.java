package dev.assay.shell.command;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.util.List;

/** The second word of commands such as {@code token set}. */
public final class Actions {
    private Actions() {}

    /**
     * Refuses words that the action does not take.
     *
     * @param words all of them, the action first
     * @param most how many it takes, itself included
     */
    public static void refuseMore(String command, List<String> words, int most) {
        if (words.size() > most) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    "assay %s %s does not take %s"
                            .formatted(command, words.getFirst(), words.get(most)),
                    "See what it takes: assay help " + command);
        }
    }

    /** {@return the action that the first word names, or the usual one without a word} */
    public static String first(List<String> words, List<String> known, String usual) {
        if (words.isEmpty()) {
            return usual;
        }
        String word = words.getFirst();
        if (known.contains(word)) {
            return word;
        }
        throw new Failure(
                ErrorCode.BAD_VALUE,
                "no action " + word + "." + Suggest.question(word, known),
                "There are: " + String.join(", ", known));
    }
}
