package dev.assay.shell.error;

import java.util.List;

/** What the process tells its caller; documented and never renumbered. */
public enum ExitCode {
    /** Done. */
    OK(0, "done"),
    /** The answer is no: a checksum differs, danger was found. */
    NO(1, "ran fine and the answer is no: a checksum differs, danger was found"),
    /** The command line cannot be understood. */
    USAGE(2, "usage error: unknown command or option, bad value, no such folder to scan"),
    /** A token is missing or not accepted. */
    UNAUTHORISED(3, "not authorised: token missing or not accepted"),
    /** A named file, model or provider does not exist. */
    NOT_FOUND(4, "not found: no such file, model, provider or topic"),
    /** A provider cannot be reached. */
    UNAVAILABLE(5, "network or provider unavailable: try again later"),
    /** A provider asked to slow down. */
    RATE_LIMITED(6, "rate limited by the provider, after retries"),
    /** Finished, but some files could not be read. */
    UNREADABLE(7, "finished, but some files could not be read"),
    /** The catalog cannot be used. */
    CATALOG(8, "catalog unavailable: locked, damaged, or newer than this program"),
    /** A confirmation is needed and nobody can be asked. */
    REFUSED(9, "refused: needs a confirmation and cannot ask, or read-only"),
    /** A bug of ours. */
    BUG(70, "a bug: a crash report was written"),
    /** Ctrl-C. */
    INTERRUPTED(130, "interrupted (Ctrl-C); work done is kept"),
    /** The reader of the pipe went away. */
    PIPE_CLOSED(141, "the reader of the pipe went away"),
    /** SIGTERM. */
    TERMINATED(143, "terminated; work done is kept");

    /** Which code wins when several apply, the strongest first. */
    private static final List<ExitCode> STRENGTH =
            List.of(
                    TERMINATED,
                    INTERRUPTED,
                    PIPE_CLOSED,
                    BUG,
                    CATALOG,
                    USAGE,
                    REFUSED,
                    NOT_FOUND,
                    NO,
                    UNREADABLE,
                    UNAUTHORISED,
                    RATE_LIMITED,
                    UNAVAILABLE,
                    OK);

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** {@return the number the process ends with} */
    public int number() {
        return number;
    }

    /** {@return what it means, for {@code help exit-codes}} */
    public String meaning() {
        return meaning;
    }

    /** {@return the stronger of two} */
    public ExitCode and(ExitCode other) {
        return STRENGTH.indexOf(this) <= STRENGTH.indexOf(other) ? this : other;
    }
}
