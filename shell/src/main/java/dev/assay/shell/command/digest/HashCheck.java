package dev.assay.shell.command.digest;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.JobListener;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Algorithms;
import dev.assay.shell.command.Presence;
import dev.assay.shell.command.digest.CheckedFile.Result;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.HashNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks files against a list of digests, as {@code sha256sum -c} does. */
final class HashCheck {
    private final Invocation run;
    private final Options options;
    private final CheckPrinter printer;
    private final HashNames names;
    private final Map<HashId, Integer> digits;
    private final CheckTally tally;

    /**
     * How to check.
     *
     * @param algorithm what lines without a tag are
     * @param ignoreMissing whether files that are not there are passed over
     * @param strict whether lines that cannot be read count
     * @param status whether only the exit code tells
     * @param quiet whether only what is wrong is told
     */
    record Options(
            Optional<HashId> algorithm,
            boolean ignoreMissing,
            boolean strict,
            boolean status,
            boolean quiet) {}

    private record Wanted(HashLine line, HashId hash) {}

    HashCheck(Invocation run, Options options, CheckPrinter printer) {
        this.run = run;
        this.options = options;
        this.printer = printer;
        this.tally = new CheckTally(run, options);
        this.names = new Algorithms(run).names();
        this.digits =
                run.library().algorithms().stream()
                        .collect(Collectors.toMap(AlgorithmInfo::id, one -> one.bits() / 4));
    }

    ExitCode check(SumFile list) {
        List<Wanted> wanted = wanted(list.lines());
        List<Wanted> group = new ArrayList<>();
        for (Wanted one : wanted) {
            if (!group.isEmpty() && !group.getFirst().hash().equals(one.hash())) {
                group(group);
                group.clear();
            }
            group.add(one);
        }
        group(group);
        return tally.conclude(list.name(), kind());
    }

    private List<Wanted> wanted(List<Octets> lines) {
        List<Wanted> wanted = new ArrayList<>();
        LineReader reader = new LineReader(names);
        for (Octets line : lines) {
            if (SumFile.isComment(line)) {
                continue;
            }
            Optional<HashLine> read = reader.read(line);
            Optional<HashId> hash = read.flatMap(one -> one.recipe(options.algorithm(), digits));
            if (hash.isPresent()) {
                wanted.add(new Wanted(read.get(), hash.get()));
            } else {
                tally.addBadLine();
            }
        }
        return wanted;
    }

    /** Lines of one recipe in a row are hashed together, so that the disks are kept busy. */
    private void group(List<Wanted> group) {
        if (group.isEmpty() || run.cancellation().isCancelled()) {
            return;
        }
        Map<Path, HashReport> reports = new HashMap<>();
        List<Path> files =
                group.stream().map(this::path).filter(Files::isRegularFile).distinct().toList();
        if (!files.isEmpty()) {
            run.library()
                    .hash(
                            files,
                            List.of(group.getFirst().hash()),
                            false,
                            JobListener.NONE,
                            run.cancellation(),
                            report -> reports.put(key(report.path()), report));
        }
        group.forEach(one -> one(one, reports.get(key(path(one)))));
    }

    private Path path(Wanted wanted) {
        return wanted.line().name().path(run.host());
    }

    private static Path key(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void one(Wanted wanted, @Nullable HashReport report) {
        if (report == null && options.ignoreMissing() && Presence.isMissing(path(wanted))) {
            return;
        }
        Result result = report == null ? Result.UNREADABLE : compare(wanted, report);
        tally.add(result);
        tell(wanted, result);
    }

    private static Result compare(Wanted wanted, HashReport report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.id().equals(wanted.hash()))
                .findFirst()
                .map(outcome -> compare(wanted.line().hex(), outcome))
                .orElse(Result.UNREADABLE);
    }

    private static Result compare(String hex, HashOutcome outcome) {
        return switch (outcome) {
            case HashOutcome.Computed(Digest digest) ->
                    digest.hex().equals(hex) ? Result.OK : Result.FAILED;
            case HashOutcome.Undefined _ -> Result.UNDEFINED;
            case HashOutcome.Failed _ -> Result.UNREADABLE;
        };
    }

    private void tell(Wanted wanted, Result result) {
        if (!options.status() && !(options.quiet() && result == Result.OK)) {
            printer.accept(new CheckedFile(wanted.line(), wanted.hash(), result));
        }
    }

    private String kind() {
        return options.algorithm().map(id -> " " + names.of(id)).orElse("");
    }
}
