package dev.assay.shell.command.digest;

import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Algorithms;
import dev.assay.shell.command.Existing;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hash}: digests of files, in the form of {@code sha256sum} and its kin. */
@picocli.CommandLine.Command(name = "hash")
public final class HashCommand extends Command {
    private static final String STDIN = "-";

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "files, folders, or - for stdin")
    List<String> paths = new ArrayList<>();

    @Option(
            names = {"-a", "--algorithm"},
            paramLabel = "ALG,...",
            description = "which hashes, or all; sha256 when none is named")
    @Nullable String algorithms;

    @Option(
            names = {"-c", "--check"},
            description = "read lines of digests from the files and check them")
    boolean check;

    @Option(names = "--tag", description = "lines as BSD writes them: SHA256 (name) = digest")
    boolean tag;

    @Option(
            names = {"-z", "--zero"},
            description = "end lines with NUL and escape nothing")
    boolean zero;

    @Option(names = "--cached", description = "take the catalog's digest of an unchanged file")
    boolean cached;

    @Option(names = "--ignore-missing", description = "with -c: pass over files that are not there")
    boolean ignoreMissing;

    @Option(names = "--strict", description = "with -c: exit 1 for lines that cannot be read")
    boolean strict;

    @Option(names = "--status", description = "with -c: print nothing, the exit code tells")
    boolean status;

    @Override
    public ExitCode run(Invocation run) {
        return check ? check(run) : compute(run);
    }

    private ExitCode compute(Invocation run) {
        if (paths.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which files?",
                    "For example: assay hash model.safetensors, or assay hash -a autov3 FOLDER."
                            + " Algorithms: assay algo ls");
        }
        List<HashId> hashes = hashes(run);
        boolean stdin = paths.contains(STDIN);
        List<String> named = paths.stream().filter(path -> !path.equals(STDIN)).toList();
        Existing.Found existing =
                named.isEmpty() ? new Existing.Found(List.of(), 0) : Existing.of(run, named, "");
        List<Path> found = existing.paths();
        HashPrinter printer = printer(run, hashes);
        if (stdin) {
            printer.accept(standardInput(run, hashes));
        }
        if (!found.isEmpty()) {
            all(run, found, hashes, printer);
        }
        printer.end();
        return printer.exit()
                .and(existing.missing() > 0 ? ExitCode.NOT_FOUND : ExitCode.OK)
                .and(run.cancellation().isCancelled() ? ExitCode.INTERRUPTED : ExitCode.OK);
    }

    private List<HashId> hashes(Invocation run) {
        String asked = algorithms == null ? "sha256" : algorithms;
        return new Algorithms(run).parse(GlobalOptions.list(asked));
    }

    private HashPrinter printer(Invocation run, List<HashId> hashes) {
        Format format = run.askedFormat().orElse(Format.LIST);
        return new HashPrinter(run, new Algorithms(run).names(), format, form(hashes), paths);
    }

    private HashLine.Form form(List<HashId> hashes) {
        boolean tagged = tag || hashes.size() > 1;
        return new HashLine.Form(tagged, zero);
    }

    private void all(Invocation run, List<Path> found, List<HashId> hashes, HashPrinter printer) {
        Jobs.run(
                run,
                progress -> {
                    run.library()
                            .hash(
                                    found,
                                    hashes,
                                    cached,
                                    progress,
                                    run.cancellation(),
                                    report -> {
                                        progress.close();
                                        printer.accept(report);
                                    });
                    return found;
                });
    }

    private static HashReport standardInput(Invocation run, List<HashId> hashes) {
        try {
            Counting counted = new Counting(run.host().in());
            List<HashOutcome> outcomes = run.library().hash(counted, hashes);
            return new HashReport(Path.of(STDIN), counted.count(), outcomes, List.of(), false);
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.FILE_UNREADABLE, "standard input cannot be read: " + e.getMessage());
        }
    }

    private ExitCode check(Invocation run) {
        if (paths.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which file of checksums?",
                    "For example: assay hash -c models.sha256");
        }
        boolean quiet = run.options().quiet();
        HashCheck.Options options =
                new HashCheck.Options(onlyAlgorithm(run), ignoreMissing, strict, status, quiet);
        ExitCode exit = ExitCode.OK;
        for (String name : paths) {
            exit = exit.and(new HashCheck(run, options).check(name, SumFile.lines(run, name)));
        }
        return exit;
    }

    private Optional<HashId> onlyAlgorithm(Invocation run) {
        return algorithms == null ? Optional.empty() : Optional.of(hashes(run).getFirst());
    }
}
