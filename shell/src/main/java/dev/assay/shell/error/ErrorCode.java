package dev.assay.shell.error;

import java.util.Locale;

/**
 * Every way a command can fail: a stable name for scripts, the exit code, and what the user can do.
 * Each has a heading in {@code docs/troubleshooting.md}.
 */
public enum ErrorCode {
    /** Unknown command. */
    UNKNOWN_COMMAND(ExitCode.USAGE, "List the commands: assay help"),
    /** Unknown option, or an option without its value. */
    BAD_OPTION(ExitCode.USAGE, "See the options: assay help COMMAND"),
    /** A value that its option does not take. */
    BAD_VALUE(ExitCode.USAGE, "See the values: assay help COMMAND"),
    /** A filter that cannot be understood. */
    BAD_FILTER(ExitCode.USAGE, "See the filters: assay help filters"),
    /** A command without the argument it needs. */
    ARGUMENT_MISSING(ExitCode.USAGE, "See an example: assay help COMMAND"),
    /** A folder to scan that is not there. */
    FOLDER_MISSING(ExitCode.USAGE, "Check the spelling, and that the disk is mounted"),
    /** A file where a folder is wanted. */
    NOT_A_FOLDER(ExitCode.USAGE, "Scan its folder, or look at the file: assay inspect FILE"),
    /** A hash that nobody brings. */
    UNKNOWN_ALGORITHM(ExitCode.USAGE, "List the algorithms: assay algo ls"),
    /** A setting that does not exist. */
    UNKNOWN_SETTING(ExitCode.USAGE, "List the settings: assay config show"),
    /** A configuration file that cannot be used. */
    BAD_CONFIG(ExitCode.USAGE, "Mend or remove the line; assay config path names the file"),
    /** A token given as an argument. */
    TOKEN_AS_ARGUMENT(
            ExitCode.USAGE,
            "Use the prompt (assay token set PROVIDER) or --stdin, and replace the token: other"
                    + " users of this machine may have seen it"),
    /** No token is set. */
    TOKEN_MISSING(
            ExitCode.UNAUTHORISED, "Set one: assay token set civitai, or ask with --anonymous"),
    /** The provider does not accept the token. */
    TOKEN_INVALID(ExitCode.UNAUTHORISED, "Make a new one at the provider: assay token set civitai"),
    /** The file with the tokens can be read by others. */
    TOKEN_FILE_OPEN(ExitCode.REFUSED, "Close it to others: assay doctor --fix"),
    /** A named file that is not there. */
    FILE_MISSING(ExitCode.NOT_FOUND, "Check the spelling; what is known: assay ls"),
    /** No model fits what was asked for. */
    NO_MATCH(ExitCode.NOT_FOUND, "See what is known: assay ls"),
    /** More models fit than the command can take. */
    AMBIGUOUS(ExitCode.USAGE, "Name one of them, or add --all"),
    /** A root that does not exist. */
    UNKNOWN_ROOT(ExitCode.NOT_FOUND, "List the roots: assay root ls"),
    /** A name that another root has. */
    NAME_TAKEN(ExitCode.USAGE, "Choose another name; those in use: assay root ls"),
    /** A provider that is not installed. */
    UNKNOWN_PROVIDER(ExitCode.NOT_FOUND, "List the providers: assay provider ls"),
    /** A plugin that is not there. */
    UNKNOWN_PLUGIN(ExitCode.NOT_FOUND, "List the plugins: assay plugin ls"),
    /** A plugin that cannot be added, allowed or removed. */
    PLUGIN_REFUSED(ExitCode.REFUSED, "See what lies there: assay plugin ls"),
    /** A help topic that does not exist. */
    UNKNOWN_TOPIC(ExitCode.NOT_FOUND, "List the topics: assay help"),
    /** A provider cannot be reached. */
    PROVIDER_UNAVAILABLE(ExitCode.UNAVAILABLE, "Try again later; what is not answered is kept"),
    /** A provider asked to slow down. */
    RATE_LIMITED(ExitCode.RATE_LIMITED, "Wait a while and run the same command again"),
    /** Some files could not be read. */
    FILE_UNREADABLE(ExitCode.UNREADABLE, "Check permissions and the disk, then run it again"),
    /** A line of an imported file that cannot be taken over. */
    BAD_LINE(ExitCode.UNREADABLE, "Mend or remove the line, and import the file again"),
    /** The catalog cannot be used. */
    CATALOG_UNAVAILABLE(ExitCode.CATALOG, "Until that is mended, --catalog names another one"),
    /** A question nobody can answer. */
    CONFIRMATION_NEEDED(ExitCode.REFUSED, "Say yes beforehand with --yes"),
    /** An output file that cannot be written. */
    OUTPUT_FAILED(ExitCode.REFUSED, "Check that the folder is there, has room and may be written"),
    /** Stopped by the user. */
    INTERRUPTED(ExitCode.INTERRUPTED, "Run the same command to go on"),
    /** A bug of ours. */
    BUG(ExitCode.BUG, "Send the crash report with the command you ran");

    /** Stands in a remedy for the name of the command that failed. */
    static final String COMMAND = "COMMAND";

    private final ExitCode exit;
    private final String remedy;

    ErrorCode(ExitCode exit, String remedy) {
        this.exit = exit;
        this.remedy = remedy;
    }

    /** {@return the stable name: lower case} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what the process ends with} */
    public ExitCode exit() {
        return exit;
    }

    /** {@return what the user can do when nothing better is known} */
    public String remedy() {
        return remedy;
    }
}
