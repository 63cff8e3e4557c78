package dev.assay.shell.command.models;

import dev.assay.core.query.Filter;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.SavedSearches;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;

/** {@code ls}: what is known. */
public final class LsCommand extends Command {
    private final Words selectors = takes.words("SELECTOR", "0..*", "which files");

    private final Value where =
            takes.value(
                    "--where",
                    "EXPRESSION",
                    "such as 'size > 2GB and (type = lora or no civitai)'");

    private final Flag count = takes.flag("--count", "print only how many there are");

    private final Flag exitCode = takes.flag("--exit-code", "exit 1 when the list is not empty");

    private final Value save = takes.value("--save", "NAME", "keep the filter words as saved:NAME");

    @Override
    public ExitCode run(Invocation run) {
        save.text().ifPresent(name -> keep(run, name));
        Selection selection = new Selection(run);
        Filter filter = selection.filter(selectors.list(), where.text());
        Recovered.tell(run);
        boolean some = count.isOn() ? counted(run, selection.count(filter)) : printed(run, filter);
        if (!some && !run.hasCatalog()) {
            run.hint("Nothing is known yet. For example: assay scan ~/ComfyUI/models");
        }
        return exitCode.isOn() && some ? ExitCode.NO : ExitCode.OK;
    }

    private boolean printed(Invocation run, Filter filter) {
        return new Rows(run, "assay.model/1", run.format(Format.TABLE))
                .print(filter, this::complain);
    }

    private boolean counted(Invocation run, long found) {
        if (found == 0) {
            complain();
        }
        run.screen().line(Long.toString(found));
        return found > 0;
    }

    /** A word that was to name something names nothing. */
    private void complain() {
        if (selectors.list().stream().anyMatch(Selection::isName)) {
            throw Selection.nothing(selectors.list());
        }
    }

    private void keep(Invocation run, String name) {
        if (where.isGiven()) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    "--save keeps filter words, and --where is none",
                    "Say it in words, see: assay help filters");
        }
        new Selection(run).check(selectors.list());
        new SavedSearches(run.dirs()).save(name, selectors.list());
        run.note("saved:" + name + " stands for these words from now on");
    }

    static Failure ambiguous(String word, int count) {
        return new Failure(ErrorCode.AMBIGUOUS, word + " fits " + count + " models");
    }
}
