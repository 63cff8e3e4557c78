package dev.assay.shell.command.models;

import dev.assay.core.UserMarks;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileGroup;
import dev.assay.shell.command.Actions;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.List;
import java.util.Optional;

/** {@code tag}: words of the user's for files, which go with the bytes. */
public final class TagCommand extends Command {
    private static final List<String> ACTIONS = List.of("ls", "add", "rm");

    private final Words words =
            takes.words("ACTION", "0..*", "ls [TAG...], add TAG SELECTOR... or rm TAG SELECTOR...");

    private final Flag dryRun =
            takes.flag("-n, --dry-run", "say which files would be tagged, and tag none");

    @Override
    public ExitCode run(Invocation run) {
        String action = Actions.first(words.list(), ACTIONS, "ls");
        return action.equals("ls") ? list(run) : change(run, action.equals("add"));
    }

    private ExitCode change(Invocation run, boolean add) {
        if (words.list().size() < 3) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "tag " + words.list().getFirst() + " wants a tag, and the files that are meant",
                    "For example: assay tag add keep type:lora");
        }
        String tag = words.list().get(1);
        if (add && tag.isBlank()) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    "a tag is a word, and this one is empty",
                    "For example: assay tag add keep type:lora");
        }
        List<CatalogEntry> files =
                new Selection(run).some(words.list().subList(2, words.list().size()));
        if (!dryRun.isOn()) {
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
                                dryRun.isOn() ? "would be" : files.size() == 1 ? "is" : "are",
                                add ? "tagged " + tag : "without the tag " + tag));
        return ExitCode.OK;
    }

    /** {@return the tags that were named behind {@code ls}, or all of them} */
    private List<FileGroup> named(List<FileGroup> all) {
        List<String> wanted = words.list().stream().skip(1).toList();
        List<String> known = all.stream().map(FileGroup::key).toList();
        for (String word : wanted) {
            if (!known.contains(word)) {
                throw new Failure(
                        ErrorCode.NO_MATCH,
                        "no tag " + word + "." + Suggest.question(word, known),
                        "List them: assay tag ls");
            }
        }
        return wanted.isEmpty()
                ? all
                : all.stream().filter(tag -> wanted.contains(tag.key())).toList();
    }

    private ExitCode list(Invocation run) {
        List<FileGroup> tags = named(run.hasCatalog() ? run.library().marks().tags() : List.of());
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
