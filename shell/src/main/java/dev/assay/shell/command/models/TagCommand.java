package dev.assay.shell.command.models;

import dev.assay.core.UserMarks;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileGroup;
import dev.assay.shell.command.Actions;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tag}: words of the user's for files, which go with the bytes. */
@picocli.CommandLine.Command(name = "tag")
public final class TagCommand extends Command {
    private static final List<String> ACTIONS = List.of("ls", "add", "rm");

    @Parameters(
            paramLabel = "ACTION",
            arity = "0..*",
            description = "ls, add TAG SELECTOR... or rm TAG SELECTOR...")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-n", "--dry-run"},
            description = "say which files would be tagged, and tag none")
    boolean dryRun;

    @Override
    public ExitCode run(Invocation run) {
        String action = Actions.first(words, ACTIONS, "ls");
        return action.equals("ls") ? list(run) : change(run, action.equals("add"));
    }

    private ExitCode change(Invocation run, boolean add) {
        if (words.size() < 3) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "tag " + words.getFirst() + " wants a tag, and the files that are meant",
                    "For example: assay tag add keep type:lora");
        }
        String tag = words.get(1);
        List<CatalogEntry> files = new Selection(run).some(words.subList(2, words.size()));
        if (!dryRun) {
            UserMarks marks = run.library().marks();
            for (CatalogEntry file : files) {
                if (add) {
                    marks.tag(file.file().path(), tag);
                } else {
                    marks.untag(file.file().path(), tag);
                }
            }
        }
        run.note(
                "%s %s %s"
                        .formatted(
                                Sizes.count(files.size(), "file"),
                                dryRun ? "would be" : files.size() == 1 ? "is" : "are",
                                add ? "tagged " + tag : "without the tag " + tag));
        return ExitCode.OK;
    }

    private static ExitCode list(Invocation run) {
        List<FileGroup> tags = run.hasCatalog() ? run.library().marks().tags() : List.of();
        List<Column<FileGroup>> columns =
                List.of(
                        Column.<FileGroup>of("tag", FileGroup::key),
                        Column.<FileGroup>of("files", FileGroup::files).flushRight(),
                        Column.<FileGroup>of("bytes", FileGroup::bytes)
                                .showing(group -> Text.of(Sizes.of(group.bytes())))
                                .flushRight());
        run.printer(run.format(Format.TABLE))
                .print(
                        Listing.of(
                                "assay.tag/1",
                                columns,
                                List.of("tag", "files", "bytes"),
                                group -> Optional.of(group.key()),
                                group -> Optional.empty()),
                        tags);
        if (tags.isEmpty()) {
            run.hint("No file is tagged yet. For example: assay tag add keep detail");
        }
        return ExitCode.OK;
    }
}
