package dev.assay.shell.command.models;

import dev.assay.core.query.Filter;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.List;

/** {@code search}: find models by any of their texts. */
public final class SearchCommand extends Command {
    private final Words words =
            takes.words(
                    "WORD", "0..*", "words that all must be found, and filters such as type:lora");

    private final Flag count = takes.flag("--count", "print only how many there are");

    @Override
    public ExitCode run(Invocation run) {
        if (words.list().isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "what for?",
                    "For example: assay search anime style");
        }
        List<String> filters = words.list().stream().filter(SearchCommand::isFilter).toList();
        List<Filter> all = new ArrayList<>();
        Selection selection = new Selection(run);
        all.add(selection.filter(filters));
        words.list().stream()
                .filter(word -> !isFilter(word))
                .map(word -> new Filter.Contains(Filter.TextField.ANY, word))
                .forEach(all::add);
        Filter filter = new Filter.All(all);
        Recovered.tell(run);
        if (count.isOn()) {
            long found = selection.count(filter);
            if (found == 0) {
                throw Selection.nothing(words.list());
            }
            run.screen().line(Long.toString(found));
        } else {
            new Rows(run, "assay.model/1", run.format(Format.TABLE))
                    .print(
                            filter,
                            () -> {
                                throw Selection.nothing(words.list());
                            });
        }
        return ExitCode.OK;
    }

    private static boolean isFilter(String word) {
        return word.matches("[a-z][a-z0-9-]*:.+") && !word.startsWith("http");
    }
}
