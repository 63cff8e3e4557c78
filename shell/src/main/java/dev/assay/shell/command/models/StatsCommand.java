package dev.assay.shell.command.models;

import dev.assay.core.model.Grouping;
import dev.assay.core.query.Filter;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Count;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code stats}: models in numbers. */
public final class StatsCommand extends Command {
    private static final List<Grouping> USUAL = List.of(Grouping.TYPE, Grouping.BASE);

    private final Words selectors = takes.words("SELECTOR", "0..*", "which files");

    private final Value by =
            takes.value(
                    "--by",
                    "WHAT,...",
                    "type, base, root, creator, dtype, ext, format, state, safety or month");

    private final Count top = takes.count("--top", "N", "at most N groups of each, and the rest");

    @Override
    public ExitCode run(Invocation run) {
        if (!run.hasCatalog()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "nothing is known yet",
                    "For example: assay scan ~/ComfyUI/models");
        }
        Filter filter = new Selection(run).filter(selectors.list());
        Recovered.tell(run);
        StatsView view = new StatsView(run, run.library().statistics(), filter, top.number());
        view.print(by.text().map(StatsCommand::groupings).orElse(USUAL));
        return ExitCode.OK;
    }

    private static List<Grouping> groupings(String typed) {
        List<Grouping> groupings = new ArrayList<>();
        for (String word : GlobalOptions.list(typed)) {
            groupings.add(
                    Grouping.ofId(word)
                            .orElseThrow(() -> {
                                List<String> known =
                                        Arrays.stream(Grouping.values()).map(Grouping::id).toList();
                                return new Failure(
                                        ErrorCode.BAD_VALUE,
                                        "--by does not take "
                                                + word
                                                + "."
                                                + Suggest.question(word, known),
                                        "It takes: " + String.join(", ", known));
                            }));
        }
        return groupings;
    }
}
