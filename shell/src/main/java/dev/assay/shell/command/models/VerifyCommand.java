package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Subset;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifyRequest;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Jobs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: read files again, and tell rot from an edit. */
@picocli.CommandLine.Command(name = "verify")
public final class VerifyCommand extends Command {
    @Parameters(
            paramLabel = "SELECTOR",
            arity = "0..*",
            description = "which files; without any, every hashed one")
    List<String> selectors = new ArrayList<>();

    @Option(
            names = "--subset",
            paramLabel = "PART",
            description = "5%%, 3/7 or 200G; a share or size takes those longest unread")
    @Nullable String subset;

    @Option(names = "--oldest-first", description = "begin with those longest unread")
    boolean oldestFirst;

    @Option(names = "--deep", description = "check the structure of good files too")
    boolean deep;

    @Option(
            names = "--against",
            paramLabel = "WHAT",
            description = "catalog, a provider such as civitai, or a file of checksums")
    String against = "catalog";

    @Option(
            names = "--combined",
            paramLabel = "FILE",
            description = "write a line a file: = good, * differs, ~ edited, ! unread")
    @Nullable String combined;

    @Option(
            names = "--repair",
            description = "put a good copy in the place of a rotten file, which is kept")
    boolean repair;

    @Option(
            names = {"-n", "--dry-run"},
            description = "say what would be read, and read nothing")
    boolean dryRun;

    @Override
    public ExitCode run(Invocation run) {
        VerifyRequest request = request(run);
        Recovered.tell(run);
        List<CatalogEntry> chosen = request.chosen();
        if (dryRun) {
            return plan(run, chosen);
        }
        if (chosen.isEmpty()) {
            run.note("no hashed file to verify");
            run.hint("Digests come with: assay scan --hash");
        }
        VerifyReport report = new VerifyReport(run, combined);
        if (!chosen.isEmpty()) {
            Jobs.run(
                    run,
                    progress -> {
                        run.library()
                                .verification()
                                .run(
                                        request,
                                        progress,
                                        run.cancellation(),
                                        file -> {
                                            progress.close();
                                            report.accept(file);
                                        });
                        return report;
                    });
        }
        ExitCode exit = report.end(chosen);
        return repair ? exit.and(new Repairs(run).run(report.rotten())) : exit;
    }

    private VerifyRequest request(Invocation run) {
        List<CatalogEntry> files =
                selectors.isEmpty()
                        ? new Selection(run).entries(List.of())
                        : new Selection(run).some(selectors);
        Subset part = part();
        boolean oldest =
                oldestFirst || part instanceof Subset.Share || part instanceof Subset.Bytes;
        VerifyRequest request = VerifyRequest.of(files).only(part, oldest);
        VerifyRequest held = request.against(new References(run).of(against));
        return deep ? held.deeply() : held;
    }

    private Subset part() {
        if (subset == null) {
            return new Subset.All();
        }
        return Subset.of(subset)
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.BAD_VALUE,
                                "--subset does not take " + subset,
                                "It takes a share, a part or a size: 5%, 3/7, 200G"));
    }

    private static ExitCode plan(Invocation run, List<CatalogEntry> chosen) {
        new Rows(run, "assay.plan/1", run.format(Format.TABLE)).print(chosen);
        long bytes = chosen.stream().mapToLong(one -> one.file().size()).sum();
        run.note(
                "%s, %s, would be read; nothing was"
                        .formatted(Sizes.count(chosen.size(), "file"), Sizes.of(bytes)));
        return ExitCode.OK;
    }

    /** {@return what a result means for the exit code} An edit is taken over by the next scan. */
    static ExitCode exit(VerifiedFile.Verdict verdict) {
        return switch (verdict) {
            case GOOD, EDITED -> ExitCode.OK;
            case ROT, MISMATCH, BROKEN -> ExitCode.NO;
            case MISSING, UNREADABLE, CHANGING -> ExitCode.UNREADABLE;
        };
    }
}
