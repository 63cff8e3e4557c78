package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.List;
import java.util.Optional;

/** {@code note}: the user's remark on a file, which goes with the bytes. */
public final class NoteCommand extends Command {
    private final Words selectors = takes.words("SELECTOR", "0..*", "which files");

    private final Value message =
            takes.value(
                    "-m, --message",
                    "TEXT",
                    "what to remember of them; without it, what is remembered is shown");

    private final Flag remove = takes.flag("--rm", "take the remark away");

    private final Flag dryRun =
            takes.flag("-n, --dry-run", "say which files are meant, and change nothing");

    @Override
    public ExitCode run(Invocation run) {
        if (remove.isOn() && message.isGiven()) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    "--rm takes a note away, and --message keeps one",
                    "Say one of them; a new note takes the place of the old one");
        }
        if (selectors.list().isEmpty() && (remove.isOn() || message.isGiven())) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which files?",
                    "For example: assay note detail -m 'best at weight 0.6'");
        }
        List<CatalogEntry> files =
                selectors.list().isEmpty()
                        ? new Selection(run).entries(List.of("has:note"))
                        : new Selection(run).some(selectors.list());
        if (!remove.isOn() && !message.isGiven()) {
            return show(run, files);
        }
        String text = remove.isOn() ? "" : message.or("");
        if (!dryRun.isOn()) {
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
                                (dryRun.isOn() ? "would be " : "is ")
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
                        Column.<CatalogEntry>of("path", one -> RawPath.text(one.file().path())));
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
