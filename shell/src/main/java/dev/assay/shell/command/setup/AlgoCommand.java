package dev.assay.shell.command.setup;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.shell.command.Actions;
import dev.assay.shell.command.Problems;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code algo}: the hash algorithms that are installed. */
public final class AlgoCommand extends Command {
    private final Words words = takes.words("ACTION", "0..1", "ls");

    @Override
    public ExitCode run(Invocation run) {
        Actions.first(words.list(), List.of("ls"), "ls");
        List<Column<AlgorithmInfo>> columns =
                List.of(
                        Column.<AlgorithmInfo>of("id", info -> info.id().value()),
                        Column.<AlgorithmInfo>of("name", AlgorithmInfo::name),
                        Column.<AlgorithmInfo>of("bits", info -> info.bits()).flushRight(),
                        Column.<AlgorithmInfo>of("kind", AlgorithmInfo::shape),
                        Column.<AlgorithmInfo>of("purpose", AlgorithmInfo::purpose).stretching(),
                        Column.<AlgorithmInfo>of("from", AlgorithmInfo::origin).dropping(2));
        run.printer(run.format(Format.TABLE))
                .print(
                        new Listing<>(
                                columns,
                                columns.stream().map(Column::name).toList(),
                                AlgoCommand::json,
                                info -> Optional.of(info.id().value()),
                                info -> Optional.empty(),
                                List.of("schema")),
                        run.library().algorithms());
        Problems.print(run, run.library().plugins().problems());
        return ExitCode.OK;
    }

    private static Map<String, @Nullable Object> json(AlgorithmInfo info) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.algorithm/1");
        json.put("id", info.id().value());
        json.put("name", info.name());
        json.put("bits", info.bits());
        json.put("kind", info.shape());
        json.put("purpose", info.purpose());
        json.put("from", info.origin());
        return json;
    }
}
