package dev.assay.shell.command.models;

import dev.assay.core.model.Grouping;
import dev.assay.core.query.Filter;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stats}: models in numbers. */
@picocli.CommandLine.Command(name = "stats")
public final class StatsCommand extends Command {
    private static final List<Grouping> USUAL = List.of(Grouping.TYPE, Grouping.BASE);

    @Parameters(paramLabel = "SELECTOR", arity = "0..*", description = "which files")
    List<String> selectors = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "WHAT,...",
            description = "type, base, root, creator, dtype, ext, format, state, safety or month")
    @Nullable String by;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "at most N groups of each, and the rest")
    int top = 10;

    @Override
    public ExitCode run(Invocation run) {
        if (!run.hasCatalog()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "nothing is known yet",
                    "For example: assay scan ~/ComfyUI/models");
        }
        Filter filter = new Selection(run).filter(selectors);
        Recovered.tell(run);
        StatsView view = new StatsView(run, run.library().statistics(), filter, top);
        view.print(by == null ? USUAL : groupings(by));
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
