package dev.assay.shell.run;

import dev.assay.shell.error.ExitCode;
import picocli.CommandLine.Mixin;

/** One command: its options are filled in by the parser, then it runs once. */
public abstract class Command {
    /** The options that every command has. */
    @Mixin protected GlobalOptions global = new GlobalOptions();

    /** Does the work. */
    public abstract ExitCode run(Invocation invocation);

    /** {@return the options that every command has} */
    public final GlobalOptions global() {
        return global;
    }
}
