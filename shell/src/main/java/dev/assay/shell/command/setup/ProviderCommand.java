package dev.assay.shell.command.setup;

import dev.assay.core.model.ProviderInfo;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Actions;
import dev.assay.shell.command.Lookups;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code provider}: who can be asked about files. */
public final class ProviderCommand extends Command {
    private final Words words = takes.words("ACTION", "0..1", "ls");

    @Override
    public ExitCode run(Invocation run) {
        Actions.first(words.list(), List.of("ls"), "ls");
        List<Column<ProviderInfo>> columns =
                List.of(
                        Column.<ProviderInfo>of("name", ProviderInfo::name),
                        Column.<ProviderInfo>of("token", info -> info.secretSet() ? "yes" : "no"),
                        Column.<ProviderInfo>of("asks", info -> asks(run, info)),
                        Column.<ProviderInfo>of("by", ProviderCommand::accepts),
                        Column.<ProviderInfo>of("interval", info -> interval(info)),
                        Column.<ProviderInfo>of("servers", ProviderCommand::servers).dropping(1),
                        Column.<ProviderInfo>of("from", ProviderInfo::origin).dropping(2));
        run.printer(run.format(Format.TABLE))
                .print(
                        new Listing<>(
                                columns,
                                columns.stream().map(Column::name).toList(),
                                info -> json(run, info),
                                info -> Optional.of(info.name()),
                                info -> Optional.empty(),
                                List.of(
                                        "schema",
                                        "token_set",
                                        "anonymous",
                                        "accepts",
                                        "interval_ms")),
                        run.library().providers());
        Problems.print(run, run.library().plugins().problems());
        return ExitCode.OK;
    }

    /** Whether anything would leave the machine now. */
    private static String asks(Invocation run, ProviderInfo info) {
        if (info.origins().isEmpty()) {
            return "offline";
        }
        if (info.secretSet()) {
            return "with token";
        }
        return Lookups.anonymousByConfig(run, info.name()) ? "anonymously" : "not yet";
    }

    private static String accepts(ProviderInfo info) {
        return info.accepts().stream().map(HashId::value).collect(Collectors.joining(" "));
    }

    private static String interval(ProviderInfo info) {
        return info.interval().toMillis() % 1000 == 0
                ? info.interval().toSeconds() + "s"
                : info.interval().toMillis() + "ms";
    }

    private static String servers(ProviderInfo info) {
        return info.origins().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Map<String, @Nullable Object> json(Invocation run, ProviderInfo info) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.provider/1");
        json.put("name", info.name());
        json.put("token_set", info.secretSet());
        json.put("anonymous", Lookups.anonymousByConfig(run, info.name()));
        json.put("accepts", info.accepts().stream().map(HashId::value).toList());
        json.put("interval_ms", info.interval().toMillis());
        json.put("servers", info.origins().stream().map(Object::toString).toList());
        json.put("from", info.origin());
        return json;
    }
}
