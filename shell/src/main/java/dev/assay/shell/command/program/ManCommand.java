package dev.assay.shell.command.program;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.help.ManPages;
import dev.assay.shell.help.MarkdownPage;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code man}: the manual, for {@code man} and for packages. */
public final class ManCommand extends Command {
    private final Words words = takes.words("COMMAND", "0..1", "the page of a command");

    private final Value dir = takes.value("--dir", "DIR", "write every page into this folder");

    private final Flag markdown =
            takes.flag("--markdown", "print every command as one Markdown page");

    @Override
    public ExitCode run(Invocation run) {
        List<CommandInfo> all = run.session().commands().all();
        if (dir.text().isPresent()) {
            write(run, all, run.host().path(dir.text().get()));
        } else {
            run.host().out().write(markdown.isOn() ? MarkdownPage.of(all) : page(all));
        }
        return ExitCode.OK;
    }

    private String page(List<CommandInfo> all) {
        ManPages pages = new ManPages(all);
        if (words.list().isEmpty()) {
            return pages.program();
        }
        String word = words.list().getFirst();
        return all.stream()
                .filter(command -> command.isCalled(word))
                .findFirst()
                .map(pages::command)
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.UNKNOWN_COMMAND,
                                "no command "
                                        + word
                                        + "."
                                        + Suggest.question(
                                                word,
                                                all.stream().map(CommandInfo::name).toList())));
    }

    private static void write(Invocation run, List<CommandInfo> all, Path folder) {
        ManPages pages = new ManPages(all);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(ManPages.fileName()), pages.program());
            for (CommandInfo command : all) {
                Files.writeString(
                        folder.resolve(ManPages.fileName(command)), pages.command(command));
            }
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.OUTPUT_FAILED, folder + " cannot be written: " + e.getMessage());
        }
        run.note((all.size() + 1) + " pages written to " + folder);
    }
}
