package dev.assay.shell.repl;

import dev.assay.shell.complete.Completion;
import dev.assay.shell.complete.Suggestion;
import dev.assay.shell.render.Inert;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.slf4j.LoggerFactory;

/** Offers suggestions to the line editor; what goes wrong meanwhile costs the suggestions only. */
final class ShellCompleter implements Completer {
    private final Completion completion;
    private final List<Suggestion> builtins;

    ShellCompleter(Completion completion, List<Suggestion> builtins) {
        this.completion = completion;
        this.builtins = builtins;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        try {
            completion.suggest(line.words()).forEach(one -> candidates.add(candidate(one)));
            if (line.wordIndex() == 0) {
                builtins.forEach(one -> candidates.add(candidate(one)));
            }
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(ShellCompleter.class).debug("completion failed", e);
        }
    }

    /** A name that a terminal would obey is offered in the form it can be shown, and not typed. */
    private static Candidate candidate(Suggestion one) {
        String shown = Inert.text(one.value());
        boolean safe = shown.equals(one.value());
        return new Candidate(
                safe ? one.value() : shown,
                shown,
                one.group(),
                one.description().isEmpty() ? null : Inert.text(one.description()),
                null,
                null,
                one.complete());
    }
}
