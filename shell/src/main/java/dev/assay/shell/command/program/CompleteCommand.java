package dev.assay.shell.command.program;

import dev.assay.shell.complete.CatalogKnown;
import dev.assay.shell.complete.Completion;
import dev.assay.shell.complete.Suggestion;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Inert;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.TakesWords;
import java.util.List;

/**
 * {@code __complete}: what the scripts of system shells ask. A line for each suggestion: the word,
 * a tab, a few words on it. Names that a terminal would obey are left out.
 */
public final class CompleteCommand extends Command implements TakesWords {
    private final Words words = takes.words("WORD", "0..*", "");

    @Override
    public void take(List<String> given) {
        words.set(given);
    }

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public ExitCode run(Invocation run) {
        List<String> typed = words.list().isEmpty() ? List.of("") : words.list();
        Completion completion =
                new Completion(run.host(), run.session().commands().all(), new CatalogKnown(run));
        for (Suggestion one : completion.suggest(typed)) {
            if (Inert.text(one.value()).equals(one.value())) {
                String description = Inert.text(one.description());
                run.host().out().write(one.value() + "\t" + description + "\n");
            }
        }
        return ExitCode.OK;
    }
}
