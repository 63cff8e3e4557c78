package dev.assay.shell.command.models;

import dev.assay.shell.command.Actions;
import dev.assay.shell.config.SavedSearches;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code saved}: the searches kept under a name. */
public final class SavedCommand extends Command {
    private static final List<String> ACTIONS = List.of("ls", "rm");

    private final Words words = takes.words("ACTION", "0..*", "ls, or rm NAME");

    private record Search(String name, String words) {}

    @Override
    public ExitCode run(Invocation run) {
        SavedSearches searches = new SavedSearches(run.dirs());
        if (Actions.first(words.list(), ACTIONS, "ls").equals("rm")) {
            return forget(run, searches);
        }
        Actions.refuseMore("saved", words.list(), 1);
        List<Search> all = new ArrayList<>();
        searches.all().forEach((name, kept) -> all.add(new Search(name, kept)));
        run.printer(run.format(Format.TABLE)).print(listing(), all);
        if (all.isEmpty()) {
            run.hint("None yet. For example: assay ls type:lora base:sdxl --save xl");
        }
        return ExitCode.OK;
    }

    private ExitCode forget(Invocation run, SavedSearches searches) {
        if (words.list().size() < 2) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING, "which search?", "List them: assay saved");
        }
        for (String name : words.list().subList(1, words.list().size())) {
            if (!searches.forget(name)) {
                throw new Failure(
                        ErrorCode.NO_MATCH, "no saved search " + name, "List them: assay saved");
            }
            run.note("saved:" + name + " is forgotten");
        }
        return ExitCode.OK;
    }

    private static Listing<Search> listing() {
        List<Column<Search>> columns =
                List.of(
                        Column.<Search>of("name", search -> SavedSearches.PREFIX + search.name()),
                        Column.<Search>of("words", Search::words).stretching());
        return new Listing<>(
                columns,
                columns.stream().map(Column::name).toList(),
                SavedCommand::json,
                search -> Optional.of(search.name()),
                search -> Optional.empty(),
                List.of("schema"));
    }

    private static Map<String, @Nullable Object> json(Search search) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.saved/1");
        json.put("name", search.name());
        json.put("words", search.words());
        return json;
    }
}
