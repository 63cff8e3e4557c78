package dev.assay.shell.command.models;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.Root;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.core.model.ScanSummary;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Algorithms;
import dev.assay.shell.command.Problems;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Jobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code scan}: what is in these folders. */
public final class ScanCommand extends Command {
    /** What {@code --hash} without a value stands for. */
    public static final String DEFAULT = "default";

    private final Words folders = takes.words("FOLDER", "0..*", "what to scan");

    private final Value hash =
            takes.perhapsValue(
                    "--hash", "ALG,...", "compute digests of every file: the usual ones, or these");

    private final Value identify =
            takes.value("--identify", "WHICH", "which files to look up: other, all or none");

    private final LookupOptions lookups = new LookupOptions(takes);

    private final Flag rehash = takes.flag("--rehash", "compute digests again that are known");

    private final Value only =
            takes.value(
                    "--only",
                    "WHICH",
                    "which files to list: all; changed for those that are new, changed or moved");

    private final Value maxDepth = takes.value("--max-depth", "N", "how many folders deep to go");

    private final Flag noFollow = takes.flag("--no-follow", "do not follow symbolic links");

    @Override
    public ExitCode run(Invocation run) {
        Places places = places(run);
        if (places.folders().isEmpty()) {
            return places.exit();
        }
        Optional<ScanDocument> document =
                run.isJson() ? Optional.of(new ScanDocument(run)) : Optional.empty();
        ScanRequest request = request(run, places.folders());
        ScanReport report =
                Jobs.run(
                        run, listener -> run.library().scan(request, listener, run.cancellation()));
        print(run, document, places.folders(), report);
        return exit(run, report).and(places.exit());
    }

    /** The folders that are there, and what to end with because of the others. */
    private record Places(List<Path> folders, ExitCode exit) {}

    private Places places(Invocation run) {
        if (folders.list().isEmpty()) {
            return new Places(knownRoots(run), ExitCode.OK);
        }
        List<Path> found = new ArrayList<>();
        ExitCode exit = ExitCode.OK;
        for (String typed : folders.list()) {
            for (Path path : meant(run, typed)) {
                if (Files.isDirectory(path)) {
                    found.add(path);
                } else {
                    exit = exit.and(run.report(notAFolder(path)));
                }
            }
        }
        return new Places(found, exit);
    }

    /** The name of a root, a row, a glob or a path. */
    private static List<Path> meant(Invocation run, String typed) {
        return new Selection(run)
                .places(typed)
                .filter(paths -> !paths.isEmpty())
                .orElseGet(() -> List.of(run.host().path(typed).toAbsolutePath().normalize()));
    }

    private static Failure notAFolder(Path path) {
        return Files.exists(path)
                ? new Failure(
                        ErrorCode.NOT_A_FOLDER,
                        path + " is a file, and a scan wants a folder",
                        "Scan its folder, or look at the file: assay inspect FILE")
                : new Failure(ErrorCode.FOLDER_MISSING, "no such folder: " + path);
    }

    /** Without a folder: those that were named or scanned before, as far as they are there. */
    private static List<Path> knownRoots(Invocation run) {
        if (run.hasCatalog()) {
            List<Root> roots = run.library().roots().all();
            roots.stream()
                    .filter(root -> !root.online())
                    .forEach(root -> run.note(root.path() + " is not there now; passed by"));
            List<Path> online = roots.stream().filter(Root::online).map(Root::path).toList();
            if (!online.isEmpty()) {
                return online;
            }
            if (!roots.isEmpty()) {
                throw new Failure(
                        ErrorCode.FOLDER_MISSING,
                        "none of the folders that were scanned before is there now",
                        "Attach the drive, or name another folder: assay scan FOLDER");
            }
        }
        throw new Failure(
                ErrorCode.ARGUMENT_MISSING,
                "which folder? Nothing was scanned before",
                "For example: assay scan ~/ComfyUI/models");
    }

    private ScanRequest request(Invocation run, List<Path> roots) {
        return new ScanRequest(
                roots,
                hashChoice(run),
                identifyChoice(run),
                lookups.mayAskWithoutToken(run, "civitai"),
                lookups.refresh(),
                rehash.isOn(),
                !noFollow.isOn() && run.settings().isOn(SettingKey.SCAN_FOLLOW_LINKS),
                depth(run),
                lookups.budget(run),
                isChangedOnly());
    }

    private boolean isChangedOnly() {
        String which = only.or("all");
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "all" -> false;
            case "changed" -> true;
            default ->
                    throw new Failure(
                            ErrorCode.BAD_VALUE,
                            "--only takes changed or all, not " + which,
                            "To list what is new, changed or moved: --only changed");
        };
    }

    private int depth(Invocation run) {
        String text = maxDepth.or(run.settings().get(SettingKey.SCAN_MAX_DEPTH));
        return text.isEmpty() ? Integer.MAX_VALUE : Invocation.number("--max-depth", text, 0);
    }

    private HashChoice hashChoice(Invocation run) {
        String setting = run.settings().get(SettingKey.SCAN_HASH);
        String asked = hash.or(setting);
        if (asked.isEmpty() || asked.equalsIgnoreCase("false")) {
            return new HashChoice.AsNeeded();
        }
        return asked.equals(DEFAULT) || Settings.isTrue(asked)
                ? HashChoice.everyFile()
                : new HashChoice.Every(hashes(run, asked));
    }

    private static List<HashId> hashes(Invocation run, String asked) {
        return new Algorithms(run).parse(GlobalOptions.list(asked));
    }

    private IdentifyChoice identifyChoice(Invocation run) {
        String asked = identify.or(run.settings().get(SettingKey.SCAN_IDENTIFY));
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "other" -> IdentifyChoice.OTHER;
            case "all" -> IdentifyChoice.ALL;
            case "none" -> IdentifyChoice.NONE;
            default ->
                    throw new Failure(
                            ErrorCode.BAD_VALUE,
                            "--identify takes other, all or none, not " + asked,
                            "For every file: --identify all");
        };
    }

    private static void print(
            Invocation run, Optional<ScanDocument> document, List<Path> roots, ScanReport report) {
        Format format = run.askedFormat().orElse(Format.TABLE);
        if (format == Format.JSON && document.isPresent()) {
            document.get().print(roots, report);
        } else if (new Tally(run).suits(report.entries().size())) {
            new Tally(run).print(report.entries());
        } else {
            new Rows(run, "assay.file/1", format).print(report.entries());
        }
        if (format == Format.JSONL) {
            run.screen().out().write(ScanDocument.summaryLine(report) + "\n");
        }
        talk(run, report, format);
    }

    private static void talk(Invocation run, ScanReport report, Format format) {
        run.host().out().flush();
        if (!format.isJson()) {
            Problems.printFiles(run, report.problems(), "assay ls is:broken");
            Hints.words(report.hints()).forEach(run::hint);
        }
        Problems.print(run, report.pluginProblems());
        if (!run.isQuiet() && !format.isJson()) {
            run.talk().line(summary(report));
        }
    }

    private static String summary(ScanReport report) {
        ScanSummary sum = report.summary();
        List<String> parts = new ArrayList<>();
        parts.add(Sizes.count(sum.files(), "file"));
        part(parts, sum.fresh(), "new");
        part(parts, sum.changed(), "changed");
        part(parts, sum.moved(), "moved");
        part(parts, sum.unchanged(), "unchanged");
        part(parts, sum.missing(), "missing");
        parts.add(Sizes.of(sum.hashedBytes()) + " hashed");
        part(parts, sum.identified(), "identified");
        part(parts, sum.notFound(), "not found");
        part(parts, sum.pending(), "pending");
        part(parts, sum.denied(), "denied");
        part(parts, sum.requests(), "requests");
        String line = String.join(", ", parts);
        return report.cancelled()
                ? line + ". Stopped; what is done is kept, the same command goes on"
                : line;
    }

    private static void part(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add("%,d %s".formatted(count, word));
        }
    }

    private static ExitCode exit(Invocation run, ScanReport report) {
        if (report.cancelled() || run.cancellation().isCancelled()) {
            return ExitCode.INTERRUPTED;
        }
        boolean unreadable =
                report.problems().stream().anyMatch(problem -> isUnreadable(problem))
                        || report.summary().unreadable() > 0;
        return unreadable ? ExitCode.UNREADABLE : ExitCode.OK;
    }

    private static boolean isUnreadable(FileProblem problem) {
        return problem.stage() == FileProblem.Stage.WALK
                || problem.stage() == FileProblem.Stage.HASH;
    }
}
