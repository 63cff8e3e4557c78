package dev.assay.shell.command.program;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.help.HelpPages;
import dev.assay.shell.help.HelpTopics;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Json;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code help}: the overview, a command or a topic. */
public final class HelpCommand extends Command {
    private final Words words = takes.words("WORD", "0..1", "a command or a topic");

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public ExitCode run(Invocation run) {
        List<CommandInfo> all = run.session().commands().all();
        if (run.isJson()) {
            all.forEach(info -> run.host().out().write(Json.compact(json(info)) + "\n"));
            return ExitCode.OK;
        }
        return run.paged(screen -> page(new HelpPages(screen), all));
    }

    private ExitCode page(HelpPages pages, List<CommandInfo> all) {
        if (words.list().isEmpty()) {
            pages.overview(all);
            return ExitCode.OK;
        }
        String word = words.list().getFirst();
        Optional<CommandInfo> command = all.stream().filter(c -> c.isCalled(word)).findFirst();
        if (command.isPresent()) {
            pages.command(command.get());
        } else if (!pages.topic(word)) {
            throw unknown(word, all);
        }
        return ExitCode.OK;
    }

    private static Failure unknown(String word, List<CommandInfo> all) {
        List<String> known = new ArrayList<>(HelpTopics.names());
        all.forEach(info -> known.add(info.name()));
        return new Failure(
                ErrorCode.UNKNOWN_TOPIC,
                "no help on " + word + "." + Suggest.question(word, known),
                "Topics: " + String.join(", ", HelpTopics.names()));
    }

    private static Map<String, Object> json(CommandInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.command/1");
        json.put("name", info.name());
        json.put("aliases", info.aliases());
        json.put("summary", info.summary());
        json.put("group", info.group().name().toLowerCase(Locale.ROOT));
        json.put("usage", ("assay " + info.name() + " " + info.arguments()).strip());
        json.put("details", info.details());
        json.put("examples", info.examples().stream().map(one -> "assay " + one.line()).toList());
        json.put("exits", info.exits());
        return json;
    }
}
