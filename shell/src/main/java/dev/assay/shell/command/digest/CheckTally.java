package dev.assay.shell.command.digest;

import dev.assay.shell.command.digest.CheckedFile.Result;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.Invocation;
import java.util.EnumMap;
import java.util.Map;

/** Counts what came of the lines of one list, and says it in the words of coreutils. */
final class CheckTally {
    private final Invocation run;
    private final HashCheck.Options options;
    private final Map<Result, Integer> results = new EnumMap<>(Result.class);
    private int badLines;

    CheckTally(Invocation run, HashCheck.Options options) {
        this.run = run;
        this.options = options;
    }

    void add(Result result) {
        results.merge(result, 1, Integer::sum);
    }

    void addBadLine() {
        badLines++;
    }

    private int count(Result result) {
        return results.getOrDefault(result, 0);
    }

    /**
     * {@return how the check ends, after that was told}
     *
     * @param list what the list is called
     * @param kind what its digests are, with a blank before it; empty for any
     */
    ExitCode conclude(String list, String kind) {
        warn(badLines, "line is improperly formatted", "lines are improperly formatted");
        warn(
                count(Result.UNREADABLE),
                "listed file could not be read",
                "listed files could not be read");
        warn(
                count(Result.UNDEFINED),
                "listed file has no such hash",
                "listed files have no such hash");
        warn(
                count(Result.FAILED),
                "computed checksum did NOT match",
                "computed checksums did NOT match");
        if (results.isEmpty()) {
            warning(
                    options.ignoreMissing() && badLines == 0
                            ? list + ": no file was verified"
                            : list + ": no properly formatted" + kind + " checksum lines found");
            return ExitCode.NO;
        }
        boolean good = results.keySet().stream().allMatch(one -> one == Result.OK);
        return run.cancellation().isCancelled()
                ? ExitCode.INTERRUPTED
                : good && !(options.strict() && badLines > 0) ? ExitCode.OK : ExitCode.NO;
    }

    private void warn(int count, String one, String many) {
        if (count > 0) {
            warning("WARNING: " + count + " " + (count == 1 ? one : many));
        }
    }

    private void warning(String text) {
        if (!options.status()) {
            run.host().out().flush();
            run.talk().line("assay: " + text);
        }
    }
}
