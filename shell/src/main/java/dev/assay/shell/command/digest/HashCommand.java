package dev.assay.shell.command.digest;

import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Algorithms;
import dev.assay.shell.command.Existing;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code hash}: digests of files, in the form of {@code sha256sum} and its kin. */
public final class HashCommand extends Command {
    private static final String STDIN = "-";
    private static final String CHECKING = " means something only with -c, which checks a list";
    private static final String NOT_CHECKING = " means nothing with -c, which reads every file";

    private final Words paths = takes.words("PATH", "0..*", "files, folders, or - for stdin");

    private final Words algorithms =
            takes.values(
                    "-a, --algorithm",
                    "ALG,...",
                    "which hashes, or all; sha256 when none is named");

    private final Flag check =
            takes.flag("-c, --check", "read lines of digests from the files and check them");

    private final Flag tag =
            takes.flag("--tag", "lines as BSD writes them: SHA256 (name) = digest");

    private final Flag zero =
            takes.flag(
                    "-z, --zero",
                    "end lines with NUL and escape nothing; with -c: read such lines");

    private final Flag cached =
            takes.flag("--cached", "take the catalog's digest of an unchanged file");

    private final Flag ignoreMissing =
            takes.flag("--ignore-missing", "with -c: pass over files that are not there");

    private final Flag strict =
            takes.flag("--strict", "with -c: exit 1 for lines that cannot be read");

    private final Flag status =
            takes.flag("--status", "with -c: print nothing, the exit code tells");

    @Override
    public ExitCode run(Invocation run) {
        if (check.isOn()) {
            refuse("--tag", tag, NOT_CHECKING);
            refuse("--cached", cached, NOT_CHECKING);
            return check(run);
        }
        refuse("--ignore-missing", ignoreMissing, CHECKING);
        refuse("--strict", strict, CHECKING);
        refuse("--status", status, CHECKING);
        return compute(run);
    }

    /** As coreutils do, rather than ignore what somebody counts on. */
    private static void refuse(String name, Flag flag, String meaning) {
        if (flag.isOn()) {
            throw new Failure(
                    ErrorCode.BAD_OPTION, name + meaning, "See the options: assay help hash");
        }
    }

    private ExitCode compute(Invocation run) {
        if (paths.list().isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which files?",
                    "For example: assay hash model.safetensors, or assay hash -a autov3 FOLDER."
                            + " Algorithms: assay algo ls");
        }
        List<HashId> hashes = hashes(run);
        HashPrinter printer = printer(run, hashes);
        boolean stdin = paths.list().contains(STDIN);
        List<String> named = paths.list().stream().filter(path -> !path.equals(STDIN)).toList();
        Existing.Found existing =
                named.isEmpty() ? new Existing.Found(List.of(), 0) : Existing.of(run, named, "");
        List<Path> found = existing.paths();
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
        String asked = algorithms.list().isEmpty() ? "sha256" : String.join(",", algorithms.list());
        List<HashId> hashes = new Algorithms(run).parse(GlobalOptions.list(asked));
        if (hashes.isEmpty()) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    "-a names no algorithm",
                    "Name one, such as sha256; all of them: assay algo ls");
        }
        return hashes;
    }

    private HashPrinter printer(Invocation run, List<HashId> hashes) {
        return new HashPrinter(
                run,
                new Algorithms(run).names(),
                hashes,
                form(hashes),
                new TypedNames(run.host(), paths.list()));
    }

    private HashLine.Form form(List<HashId> hashes) {
        boolean tagged = tag.isOn() || hashes.size() > 1;
        return new HashLine.Form(tagged, zero.isOn());
    }

    private void all(Invocation run, List<Path> found, List<HashId> hashes, HashPrinter printer) {
        Jobs.run(
                run,
                progress -> {
                    run.library()
                            .hash(
                                    found,
                                    hashes,
                                    cached.isOn(),
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
            Counting counted = new Counting(run.input());
            List<HashOutcome> outcomes = run.library().hash(counted, hashes);
            return new HashReport(Path.of(STDIN), counted.count(), outcomes, List.of(), false);
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.FILE_UNREADABLE, "standard input cannot be read: " + e.getMessage());
        }
    }

    private ExitCode check(Invocation run) {
        if (paths.list().isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which file of checksums?",
                    "For example: assay hash -c models.sha256");
        }
        boolean quiet = run.isQuiet();
        HashCheck.Options options =
                new HashCheck.Options(
                        onlyAlgorithm(run),
                        ignoreMissing.isOn(),
                        strict.isOn(),
                        status.isOn(),
                        quiet);
        CheckPrinter printer = new CheckPrinter(run, new Algorithms(run).names());
        ExitCode exit = ExitCode.OK;
        for (String name : paths.list()) {
            SumFile list = SumFile.read(run, name).ending(zero.isOn());
            exit = exit.and(new HashCheck(run, options, printer).check(list));
        }
        if (!status.isOn()) {
            printer.end();
        }
        return exit;
    }

    private Optional<HashId> onlyAlgorithm(Invocation run) {
        if (algorithms.list().isEmpty()) {
            return Optional.empty();
        }
        List<HashId> named = hashes(run);
        if (named.size() > 1) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    "-c checks with one algorithm, and -a names " + named.size(),
                    "Name the one of the list, or none: lines that name theirs need no -a");
        }
        return Optional.of(named.getFirst());
    }
}
