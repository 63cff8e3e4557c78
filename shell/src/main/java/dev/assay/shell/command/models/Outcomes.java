package dev.assay.shell.command.models;

import dev.assay.core.model.Identity;
import dev.assay.shell.error.ExitCode;
import java.util.Locale;

/** What an outcome of a look-up means for the exit code. */
final class Outcomes {
    private Outcomes() {}

    /** A pending file is one that could not be asked about; why is told in words only. */
    static ExitCode exit(Identity identity) {
        return switch (identity.state()) {
            case FOUND, NOT_FOUND, NOT_ASKED -> ExitCode.OK;
            case DENIED -> ExitCode.UNAUTHORISED;
            case PENDING -> pending(identity.reason().orElse("").toLowerCase(Locale.ROOT));
        };
    }

    private static ExitCode pending(String reason) {
        if (reason.contains("budget") || reason.contains("offline") || reason.isEmpty()) {
            return ExitCode.OK;
        }
        boolean limited =
                reason.contains("429") || reason.contains("slow down") || reason.contains("rate");
        return limited ? ExitCode.RATE_LIMITED : ExitCode.UNAVAILABLE;
    }
}
