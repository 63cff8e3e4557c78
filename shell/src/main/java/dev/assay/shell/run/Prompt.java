package dev.assay.shell.run;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Asks a person on the terminal; never asks where nobody can answer. */
public final class Prompt {
    private final Invocation run;

    /** Asks within this run. */
    public Prompt(Invocation run) {
        this.run = run;
    }

    /** {@return whether the answer is yes; without anybody to ask, no} */
    public boolean yes(String question) {
        if (run.options().yes()) {
            return true;
        }
        if (!run.canAsk()) {
            return false;
        }
        String answer = line(question + " [y/N] ").strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** {@return the line that was typed; empty at the end of input} */
    public String line(String question) {
        run.host().out().flush();
        run.host().err().write(run.talk().inert(question));
        run.host().err().flush();
        try {
            String line =
                    new BufferedReader(
                                    new InputStreamReader(run.host().in(), StandardCharsets.UTF_8),
                                    1)
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    /** {@return what was typed without showing it, where there is a terminal} */
    public Optional<String> hidden(String question) {
        Optional<Console> console =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return run.canAsk()
                ? console.flatMap(one -> Optional.ofNullable(one.readPassword("%s", question)))
                        .map(typed -> new String(typed).strip())
                : Optional.empty();
    }
}
