package dev.assay.shell.cli;

import dev.assay.shell.run.GlobalOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line cut into the command and the rest, before any parser is loaded.
 *
 * @param command the first word that is no option and no value of one
 * @param rest everything else in its order
 */
record Arguments(Optional<String> command, List<String> rest) {
    /**
     * Options whose value must be joined with {@code =}: the parser would take the next word, which
     * is a folder more often than not.
     */
    private static final Map<String, String> JOINED =
            Map.of("--hash", "--hash=default", "--json", "--json=" + GlobalOptions.EVERYTHING);

    private static final String COLOUR = "--color";

    static Arguments of(List<String> words) {
        List<String> rest = new ArrayList<>();
        Optional<String> command = Optional.empty();
        boolean options = true;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean isOption = options && word.startsWith("-") && !word.equals("-");
            if (command.isEmpty() && !isOption) {
                command = Optional.of(word);
                continue;
            }
            options = options && !word.equals("--");
            rest.add(options ? JOINED.getOrDefault(word, word) : word);
            boolean takesNext =
                    options && GlobalOptions.TAKING_A_VALUE.contains(word) && at + 1 < words.size();
            if (takesNext) {
                at++;
                rest.add(words.get(at));
            }
        }
        return new Arguments(command, List.copyOf(rest));
    }

    /** {@return when to colour, told before the parser could fail} */
    Optional<String> colour() {
        Optional<String> when = Optional.empty();
        for (int at = 0; at < rest.size(); at++) {
            String word = rest.get(at);
            if (word.startsWith(COLOUR + "=")) {
                when = Optional.of(word.substring(COLOUR.length() + 1));
            } else if (word.equals(COLOUR) && at + 1 < rest.size()) {
                when = Optional.of(rest.get(at + 1));
            }
        }
        return when;
    }

    /** {@return whether results are to be JSON, told before the parser could fail} */
    boolean wantsJson() {
        for (int at = 0; at < rest.size(); at++) {
            String word = rest.get(at);
            if (word.startsWith("--json")
                    || word.equals("-ojson")
                    || word.equals("-ojsonl")
                    || word.equals("--output=json")
                    || word.equals("--output=jsonl")) {
                return true;
            }
            boolean output = word.equals("-o") || word.equals("--output");
            if (output && at + 1 < rest.size() && rest.get(at + 1).startsWith("json")) {
                return true;
            }
        }
        return false;
    }
}
