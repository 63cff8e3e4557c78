package dev.assay.shell.command.program;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.help.HelpPages;
import dev.assay.shell.help.HelpTopics;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.ListingPrinter;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code help}: the overview, a command or a topic. */
public final class HelpCommand extends Command {
    private static final Listing<CommandInfo> LISTING =
            new Listing<>(
                    List.of(Column.of("name", CommandInfo::name)),
                    List.of("name"),
                    HelpCommand::json,
                    info -> Optional.of(info.name()),
                    _ -> Optional.empty());

    private final Words words = takes.words("WORD", "0..1", "a command or a topic");

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public ExitCode run(Invocation run) {
        List<CommandInfo> all = run.session().commands().all();
        Optional<Format> json = run.askedFormat().filter(Format::isJson);
        if (json.isEmpty()) {
            return run.paged(screen -> page(new HelpPages(screen), all));
        }
        ListingPrinter printer = run.printer(json.get());
        if (words.list().isEmpty()) {
            printer.print(LISTING, all);
        } else {
            Map<String, @Nullable Object> page = document(words.list().getFirst(), all, printer);
            int depth = json.get() == Format.JSONL ? -1 : 0;
            run.host().out().write(Json.pretty(page, depth) + "\n");
        }
        return ExitCode.OK;
    }

    private static Map<String, @Nullable Object> document(
            String word, List<CommandInfo> all, ListingPrinter printer) {
        Optional<CommandInfo> command = command(word, all);
        if (command.isPresent()) {
            return printer.object(LISTING, command.get());
        }
        List<String> lines = HelpTopics.lines(word).orElseThrow(() -> unknown(word, all));
        Map<String, @Nullable Object> topic = new LinkedHashMap<>();
        topic.put("schema", "assay.topic/1");
        topic.put("name", word);
        topic.put("lines", lines);
        return topic;
    }

    private static Optional<CommandInfo> command(String word, List<CommandInfo> all) {
        return all.stream().filter(info -> info.isCalled(word)).findFirst();
    }

    private ExitCode page(HelpPages pages, List<CommandInfo> all) {
        if (words.list().isEmpty()) {
            pages.overview(all);
            return ExitCode.OK;
        }
        String word = words.list().getFirst();
        Optional<CommandInfo> command = command(word, all);
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

    private static Map<String, @Nullable Object> json(CommandInfo info) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
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
