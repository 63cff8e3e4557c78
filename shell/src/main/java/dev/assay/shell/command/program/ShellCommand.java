package dev.assay.shell.command.program;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.repl.Repl;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import picocli.CommandLine.Option;

/** {@code shell}: the same commands in a loop. */
@picocli.CommandLine.Command(name = "shell")
public final class ShellCommand extends Command {
    @Option(names = "--no-shell", description = "no lines of the system's shell with !")
    boolean noShell;

    @Override
    public ExitCode run(Invocation run) {
        return new Repl(run, !noShell).loop();
    }
}
