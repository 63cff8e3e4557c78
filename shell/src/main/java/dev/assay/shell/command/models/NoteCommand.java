package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code note}: the user's remark on a file, which goes with the bytes. */
@picocli.CommandLine.Command(name = "note")
public final class NoteCommand extends Command {
    @Parameters(paramLabel = "SELECTOR", arity = "0..*", description = "which files")
    List<String> selectors = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "what to remember of them; without it, what is remembered is shown")
    @Nullable String message;

    @Option(names = "--rm", description = "take the remark away")
    boolean remove;

    @Option(
            names = {"-n", "--dry-run"},
            description = "say which files are meant, and change nothing")
    boolean dryRun;

    @Override
    public ExitCode run(Invocation run) {
        if (selectors.isEmpty() && (remove || message != null)) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which files?",
                    "For example: assay note detail -m 'best at weight 0.6'");
        }
        List<CatalogEntry> files =
                selectors.isEmpty()
                        ? new Selection(run).entries(List.of("has:note"))
                        : new Selection(run).some(selectors);
        if (!remove && message == null) {
            return show(run, files);
        }
        String text = message == null || remove ? "" : message;
        if (!dryRun) {
            files.forEach(file -> run.library().marks().note(file.file().path(), text));
        }
        run.note(
                "%s of %s %s"
                        .formatted(
                                text.isEmpty() ? "the note" : "a note",
                                files.size() == 1
                                        ? String.valueOf(
                                                files.getFirst().file().path().getFileName())
                                        : Sizes.count(files.size(), "file"),
                                (dryRun ? "would be " : "is ")
                                        + (text.isEmpty() ? "removed" : "kept")));
        return ExitCode.OK;
    }

    private static ExitCode show(Invocation run, List<CatalogEntry> files) {
        List<CatalogEntry> noted =
                files.stream().filter(file -> file.marks().note().isPresent()).toList();
        List<Column<CatalogEntry>> columns =
                List.of(
                        Column.<CatalogEntry>of(
                                        "name",
                                        one -> String.valueOf(one.file().path().getFileName()))
                                .stretching(),
                        Column.<CatalogEntry>of("note", one -> one.marks().note().orElse(null))
                                .stretching(),
                        Column.<CatalogEntry>of("path", one -> one.file().path().toString()));
        run.printer(run.format(Format.TABLE))
                .print(
                        Listing.of(
                                "assay.note/1",
                                columns,
                                List.of("name", "note"),
                                one -> Optional.of(one.file().path().toString()),
                                one -> Optional.of(one.file().path())),
                        noted);
        if (noted.isEmpty()) {
            run.note("no note");
        }
        return ExitCode.OK;
    }
}
