package dev.assay.shell.command.program;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.repl.Script;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: the lines of a file, as if they were typed into the shell. */
@picocli.CommandLine.Command(name = "run")
public final class RunCommand extends Command {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the file, or - for stdin")
    List<String> files = new ArrayList<>();

    @Option(
            names = {"-e", "--exit-on-error"},
            description = "stop at the first line that fails")
    boolean exitOnError;

    @Override
    public ExitCode run(Invocation run) {
        if (files.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which file?",
                    "For example: assay run nightly.assay");
        }
        return new Script(run, exitOnError).run(lines(run, files.getFirst()));
    }

    private static List<String> lines(Invocation run, String name) {
        try {
            return name.equals("-")
                    ? new String(run.host().in().readAllBytes(), StandardCharsets.UTF_8)
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
