package dev.assay.shell.command.models;

import dev.assay.core.query.Filter;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.SavedSearches;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ls}: what is known. */
@picocli.CommandLine.Command(name = "ls")
public final class LsCommand extends Command {
    @Parameters(paramLabel = "SELECTOR", arity = "0..*", description = "which files")
    List<String> selectors = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "EXPRESSION",
            description = "such as 'size > 2GB and (type = lora or no civitai)'")
    @Nullable String where;

    @Option(names = "--count", description = "print only how many there are")
    boolean count;

    @Option(names = "--exit-code", description = "exit 1 when the list is not empty")
    boolean exitCode;

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "keep the filter words as saved:NAME")
    @Nullable String save;

    @Override
    public ExitCode run(Invocation run) {
        if (save != null) {
            keep(run, save);
        }
        Selection selection = new Selection(run);
        Filter filter = selection.filter(selectors, Optional.ofNullable(where));
        Recovered.tell(run);
        boolean some = count ? counted(run, selection.count(filter)) : printed(run, filter);
        if (!some && !run.hasCatalog()) {
            run.hint("Nothing is known yet. For example: assay scan ~/ComfyUI/models");
        }
        return exitCode && some ? ExitCode.NO : ExitCode.OK;
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
        if (selectors.stream().anyMatch(word -> !word.contains(":"))) {
            throw Selection.nothing(selectors);
        }
    }

    private void keep(Invocation run, String name) {
        if (where != null) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    "--save keeps filter words, and --where is none",
                    "Say it in words, see: assay help filters");
        }
        new Selection(run).check(selectors);
        new SavedSearches(run.dirs()).save(name, selectors);
        run.note("saved:" + name + " stands for these words from now on");
    }

    static Failure ambiguous(String word, int count) {
        return new Failure(ErrorCode.AMBIGUOUS, word + " fits " + count + " models");
    }
}
