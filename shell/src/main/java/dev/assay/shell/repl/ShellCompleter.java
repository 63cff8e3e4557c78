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
    private final BuiltinWords builtins;

    ShellCompleter(Completion completion, BuiltinWords builtins) {
        this.completion = completion;
        this.builtins = builtins;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        try {
            suggestions(line.words()).forEach(one -> candidates.add(candidate(one, candidates)));
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(ShellCompleter.class).debug("completion failed", e);
        }
    }

    private List<Suggestion> suggestions(List<String> typed) {
        List<String> words =
                typed.size() > 1 && typed.getFirst().equals("assay")
                        ? typed.subList(1, typed.size())
                        : typed;
        return builtins.suggest(words).orElseGet(() -> completion.suggest(words));
    }

    /**
     * In the order of the suggestions. A name that a terminal would obey is offered in the form it
     * can be shown, and not typed.
     */
    private static Candidate candidate(Suggestion one, List<Candidate> before) {
        String shown = Inert.text(one.value());
        return new Candidate(
                shown,
                shown,
                null,
                one.description().isEmpty() ? null : Inert.text(one.description()),
                null,
                null,
                one.complete(),
                before.size());
    }
}
