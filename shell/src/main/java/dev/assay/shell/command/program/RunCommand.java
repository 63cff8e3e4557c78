package dev.assay.shell.command.program;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.repl.Script;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** {@code run}: the lines of a file, as if they were typed into the shell. */
public final class RunCommand extends Command {
    private final Words files = takes.words("FILE", "0..1", "the file, or - for stdin");

    private final Flag exitOnError =
            takes.flag("-e, --exit-on-error", "stop at the first line that fails");

    @Override
    public ExitCode run(Invocation run) {
        if (files.list().isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which file?",
                    "For example: assay run nightly.assay");
        }
        return new Script(run, exitOnError.isOn()).run(lines(run, files.list().getFirst()));
    }

    private static List<String> lines(Invocation run, String name) {
        try {
            return name.equals("-")
                    ? new String(run.input().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : Files.readAllLines(run.host().path(name));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Failure(ErrorCode.FILE_MISSING, "no such file: " + name);
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.FILE_UNREADABLE, name + " cannot be read as text: " + e.getMessage());
        }
    }
}
