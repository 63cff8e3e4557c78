package dev.assay.shell.command.models;

import dev.assay.core.model.Identity;
import dev.assay.core.model.PendingCause;
import dev.assay.shell.error.ExitCode;

/** What an outcome of a look-up means for the exit code. */
final class Outcomes {
    private Outcomes() {}

    static ExitCode exit(Identity identity) {
        return switch (identity.state()) {
            case FOUND, NOT_FOUND, NOT_ASKED -> ExitCode.OK;
            case DENIED -> ExitCode.UNAUTHORISED;
            case PENDING -> identity.cause().map(Outcomes::exit).orElse(ExitCode.OK);
        };
    }

    /** What the user wanted so is no failure: no network, or only so many questions. */
    private static ExitCode exit(PendingCause cause) {
        return switch (cause) {
            case NOT_YET_ASKED, NO_HASH, BUDGET, OFFLINE -> ExitCode.OK;
            case RATE_LIMITED -> ExitCode.RATE_LIMITED;
            case OUTAGE -> ExitCode.UNAVAILABLE;
        };
    }
}
