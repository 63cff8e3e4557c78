package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
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
import dev.assay.shell.view.HashNames;
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
        List<CatalogEntry> found =
                selection.entries(selection.filter(selectors, Optional.ofNullable(where)));
        Recovered.tell(run);
        if (found.isEmpty() && selectors.stream().anyMatch(word -> !word.contains(":"))) {
            throw Selection.nothing(selectors);
        }
        if (count) {
            run.screen().line(Integer.toString(found.size()));
        } else {
            HashNames names =
                    run.hasCatalog() ? new HashNames(run.library().algorithms()) : new HashNames();
            new Rows(run, names).print(found, "assay.model/1", run.format(Format.TABLE));
        }
        if (found.isEmpty() && !run.hasCatalog()) {
            run.hint("Nothing is known yet. For example: assay scan ~/ComfyUI/models");
        }
        return exitCode && !found.isEmpty() ? ExitCode.NO : ExitCode.OK;
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
