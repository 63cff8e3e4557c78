package dev.assay.shell.command.program;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.option.Flag;
import dev.assay.shell.repl.Repl;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;

/** {@code shell}: the same commands in a loop. */
public final class ShellCommand extends Command {
    private final Flag noShell = takes.flag("--no-shell", "no lines of the system's shell with !");

    @Override
    public ExitCode run(Invocation run) {
        run.session().overrides().putAll(run.standing().settings());
        return new Repl(run, !noShell.isOn()).loop();
    }
}
