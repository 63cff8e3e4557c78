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
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code man}: the manual, for {@code man} and for packages. */
public final class ManCommand extends Command {
    private final Words words = takes.words("COMMAND", "0..1", "the page of a command");

    private final Value dir =
            takes.value(
                    "--dir", "DIR", "write every page, or that of the command, into this folder");

    private final Flag markdown =
            takes.flag("--markdown", "print every command as one Markdown page");

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public ExitCode run(Invocation run) {
        List<CommandInfo> all = run.session().commands().all();
        if (markdown.isOn() && (dir.isGiven() || !words.list().isEmpty())) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    "--markdown prints one page of every command",
                    "Leave out the command and --dir");
        }
        if (dir.text().isPresent()) {
            write(run, all, run.host().path(dir.text().get()));
        } else {
            run.host().out().write(markdown.isOn() ? MarkdownPage.of(all) : page(all));
        }
        return ExitCode.OK;
    }

    private String page(List<CommandInfo> all) {
        ManPages pages = new ManPages(all);
        return words.list().isEmpty()
                ? pages.program()
                : pages.command(command(words.list().getFirst(), all));
    }

    private static CommandInfo command(String word, List<CommandInfo> all) {
        return all.stream()
                .filter(command -> command.isCalled(word))
                .findFirst()
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

    /** Every page, or that of the command that was named. */
    private void write(Invocation run, List<CommandInfo> all, Path folder) {
        Map<String, String> pages = pages(all);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
            }
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.OUTPUT_FAILED, folder + " cannot be written: " + e.getMessage());
        }
        run.note(Sizes.count(pages.size(), "page") + " written to " + folder);
    }

    private Map<String, String> pages(List<CommandInfo> all) {
        ManPages text = new ManPages(all);
        Map<String, String> pages = new LinkedHashMap<>();
        if (words.list().isEmpty()) {
            pages.put(ManPages.fileName(), text.program());
            all.forEach(one -> pages.put(ManPages.fileName(one), text.command(one)));
        } else {
            CommandInfo one = command(words.list().getFirst(), all);
            pages.put(ManPages.fileName(one), text.command(one));
        }
        return pages;
    }
}
