package dev.assay.shell.command.models;

import dev.assay.core.model.Hint;
import dev.assay.core.model.PendingCause;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.Unanswered;
import dev.assay.shell.error.ExitCode;

/**
 * What a job that was to ask providers means for the exit code: whether all were asked and said.
 */
final class Outcomes {
    private Outcomes() {}

    static ExitCode exit(ScanReport report) {
        ExitCode exit = ExitCode.OK;
        for (Hint hint : report.hints()) {
            exit = exit.and(exit(hint));
        }
        for (Unanswered one : report.unanswered()) {
            exit = exit.and(one.cause().map(Outcomes::exit).orElse(ExitCode.UNAUTHORISED));
        }
        return exit;
    }

    private static ExitCode exit(Hint hint) {
        return switch (hint) {
            case Hint.NotAsked _ -> ExitCode.UNAUTHORISED;
            case Hint.Recovered _ -> ExitCode.OK;
        };
    }

    /** That a run asks only so many questions is what the user wanted, and no failure. */
    private static ExitCode exit(PendingCause cause) {
        return switch (cause) {
            case NOT_YET_ASKED, NO_HASH, BUDGET -> ExitCode.OK;
            case RATE_LIMITED -> ExitCode.RATE_LIMITED;
            case OUTAGE, OFFLINE -> ExitCode.UNAVAILABLE;
        };
    }
}
