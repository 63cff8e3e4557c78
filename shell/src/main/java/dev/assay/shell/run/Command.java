package dev.assay.shell.run;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.option.Options;

/** One command: its options are filled in by the parser, then it runs once. */
public abstract class Command {
    /** Where a command says what it takes, field by field. */
    protected final Options takes = new Options();

    /** The options that every command has. */
    protected final GlobalOptions global = new GlobalOptions(takes);

    /** Does the work. */
    public abstract ExitCode run(Invocation invocation);

    /**
     * {@return whether it runs although a setting has a value that it does not take, since it tells
     * of settings or asks for none; such a value is told and left out}
     */
    public boolean bearsBadSettings() {
        return false;
    }

    /** {@return whether it makes the configuration file that is named when it is not there} */
    public boolean makesConfigFile() {
        return false;
    }

    /** {@return the options that every command has} */
    public final GlobalOptions global() {
        return global;
    }

    /** {@return all that it takes} */
    public final Options options() {
        return takes;
    }
}
