package dev.assay.shell.run;

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
        if (run.standing().yes()) {
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
        return run.session().console().ask(run, question);
    }

    /** {@return what was typed without showing it, where there is a terminal} */
    public Optional<String> hidden(String question) {
        return run.canAsk()
                ? run.session().console().askHidden(run, question).map(String::strip)
                : Optional.empty();
    }
}
