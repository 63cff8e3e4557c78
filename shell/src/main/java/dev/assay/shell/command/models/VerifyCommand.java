package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Subset;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifyRequest;
import dev.assay.core.model.VerifyRequest.Reference;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Jobs;
import dev.assay.shell.run.ProgressReporter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** {@code verify}: read files again, and tell rot from an edit. */
public final class VerifyCommand extends Command {
    private final Words selectors =
            takes.words("SELECTOR", "0..*", "which files; without any, every hashed one");

    private final Value subset =
            takes.value(
                    "--subset",
                    "PART",
                    "5%%, 3/7 or 200G; a share or size takes those longest unread");

    private final Flag oldestFirst =
            takes.flag("--oldest-first", "begin with those longest unread");

    private final Flag deep = takes.flag("--deep", "check the structure of good files too");

    private final Value against =
            takes.value(
                    "--against",
                    "WHAT",
                    "catalog, a provider such as civitai, or a file of checksums");

    private final Value combined =
            takes.value(
                    "--combined",
                    "FILE",
                    "write a line a file: = good, * differs, ~ edited, ! unread");

    private final Flag repair =
            takes.flag("--repair", "put a good copy in the place of a rotten file, which is kept");

    private final Flag dryRun =
            takes.flag("-n, --dry-run", "say what would be read, and read nothing");

    @Override
    public ExitCode run(Invocation run) {
        VerifyRequest request = request(run);
        Recovered.tell(run);
        List<CatalogEntry> chosen = request.chosen();
        if (dryRun.isOn()) {
            return plan(run, chosen);
        }
        if (chosen.isEmpty()) {
            run.note("no hashed file to verify");
            run.hint("Digests come with: assay scan --hash");
        }
        Optional<CombinedFile> written = combined.text().map(name -> new CombinedFile(run, name));
        written.ifPresent(CombinedFile::check);
        VerifyReport report =
                new VerifyReport(
                        run,
                        request.against() instanceof Reference.Digests
                                ? VerifyCommand::listed
                                : VerifyCommand::exit,
                        written);
        if (!chosen.isEmpty()) {
            Jobs.run(run, progress -> verify(run, request, progress, report));
        }
        ExitCode exit = report.end(chosen);
        return repair.isOn() && !run.cancellation().isCancelled()
                ? exit.and(new Repairs(run).run(report.rotten()))
                : exit;
    }

    /** {@return the report of every file that was read before the end, or before it was stopped} */
    private static VerifyReport verify(
            Invocation run, VerifyRequest request, ProgressReporter progress, VerifyReport report) {
        try {
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
        } catch (CancellationException stopped) {
            report.stop();
        }
        return report;
    }

    private VerifyRequest request(Invocation run) {
        Reference reference = new References(run).of(against.or("catalog"));
        Subset part = part();
        boolean oldest =
                oldestFirst.isOn() || part instanceof Subset.Share || part instanceof Subset.Bytes;
        VerifyRequest request =
                VerifyRequest.of(files(run, reference)).only(part, oldest).against(reference);
        return deep.isOn() ? request.deeply() : request;
    }

    private List<CatalogEntry> files(Invocation run, Reference reference) {
        List<String> words = selectors.list();
        return switch (reference) {
            case Reference.Digests list -> new ListedFiles(run, list).of(words);
            case Reference.Catalog _, Reference.Provider _ ->
                    words.isEmpty()
                            ? new Selection(run).entries(words)
                            : new Selection(run).some(words);
        };
    }

    private Subset part() {
        return subset.text().map(VerifyCommand::part).orElseGet(Subset.All::new);
    }

    private static Subset part(String typed) {
        return Subset.of(typed)
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.BAD_VALUE,
                                "--subset does not take " + typed,
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
    private static ExitCode exit(VerifiedFile.Verdict verdict) {
        return switch (verdict) {
            case GOOD, EDITED -> ExitCode.OK;
            case ROT, MISMATCH, BROKEN -> ExitCode.NO;
            case MISSING, UNREADABLE, CHANGING -> ExitCode.UNREADABLE;
        };
    }

    /** Of a list every file is to be as it says, as {@code sha256sum -c} has it. */
    private static ExitCode listed(VerifiedFile.Verdict verdict) {
        return verdict == VerifiedFile.Verdict.GOOD ? ExitCode.OK : ExitCode.NO;
    }
}
