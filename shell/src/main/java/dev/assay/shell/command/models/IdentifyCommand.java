package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileCount;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.Hint;
import dev.assay.core.model.IdentifyRequest;
import dev.assay.core.model.ProviderInfo;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanSummary;
import dev.assay.core.query.Filter;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Problems;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.config.Suggest;
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
import dev.assay.shell.run.Prompt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code identify}: who are these files. */
public final class IdentifyCommand extends Command {
    private static final String SCHEMA = "assay.identity/1";
    private static final long WORTH_SAYING = 1L << 30;

    private final Words selectors =
            takes.words("SELECTOR", "0..*", "which files; without any, those not identified yet");

    private final Value provider = takes.value("--provider", "NAME", "ask only this provider");

    private final LookupOptions lookups = new LookupOptions(takes);

    private final Flag quick = takes.flag("--quick", "ask by what headers claim, without hashing");

    private final Flag dryRun =
            takes.flag("-n, --dry-run", "say what would be asked, and ask nothing");

    private final Value set =
            takes.value(
                    "--set",
                    "ADDRESS",
                    "say which model the file is, such as civitai:4201@130072 or a link");

    private final Value reject =
            takes.value("--reject", "ADDRESS", "say that the files are not this model, for good");

    private final Flag forget =
            takes.flag("--forget", "forget what providers and you said of the files");

    @Override
    public ExitCode run(Invocation run) {
        Optional<String> only = provider.text();
        only.ifPresent(name -> requireProvider(run, name));
        if (set.isGiven() || reject.isGiven() || forget.isOn()) {
            return byHand(run, only.orElse("civitai"));
        }
        Selection selection = new Selection(run);
        List<String> words = selectors.list().isEmpty() ? run.session().within() : selectors.list();
        List<Path> paths = words.isEmpty() ? List.of() : selection.paths(words);
        if (dryRun.isOn()) {
            return plan(run, request(run, paths, only, true), only.orElse("civitai"));
        }
        if (paths.isEmpty() && !quick.isOn()) {
            announceReading(run);
        }
        IdentifyRequest request =
                request(run, paths, only, mayAskWithoutToken(run, only.orElse("civitai")));
        ScanReport report =
                Jobs.run(
                        run,
                        progress -> run.library().identify(request, progress, run.cancellation()));
        print(run, report);
        return exit(run, report);
    }

    private IdentifyRequest request(
            Invocation run, List<Path> paths, Optional<String> only, boolean anonymous) {
        return new IdentifyRequest(
                paths, only, anonymous, lookups.refresh(), quick.isOn(), lookups.budget(run));
    }

    /** Asking wants digests, and those of a whole library take their time. */
    private static void announceReading(Invocation run) {
        boolean person = run.talk().look().terminal();
        FileCount unread =
                run.library()
                        .statistics()
                        .total(new Filter.Not(new Filter.Hashed(HashId.of("sha256"))));
        if (person && unread.bytes() > WORTH_SAYING) {
            run.note(
                    Sizes.of(unread.bytes())
                            + " in "
                            + Sizes.count(unread.files(), "file")
                            + " without a digest is read first. Ctrl-C stops and keeps what is done; with & it goes on behind the"
                            + " prompt; --quick asks by headers alone");
        }
    }

    private ExitCode byHand(Invocation run, String name) {
        requireProvider(run, name);
        ByHand word = new ByHand(run, name, selectors.list());
        if (set.text().isPresent()) {
            return word.set(set.text().get(), mayAskWithoutToken(run, name));
        }
        return reject.text().map(word::reject).orElseGet(word::forget);
    }

    private static void requireProvider(Invocation run, String name) {
        List<String> all = run.library().providers().stream().map(ProviderInfo::name).toList();
        if (!all.contains(name)) {
            throw new Failure(
                    ErrorCode.UNKNOWN_PROVIDER,
                    "no provider " + name + "." + Suggest.question(name, all),
                    "Installed: " + String.join(", ", all));
        }
    }

    /** Nothing leaves the machine until the user said so, here or once and for all. */
    private boolean mayAskWithoutToken(Invocation run, String name) {
        boolean offline = run.settings().isOn(dev.assay.shell.config.SettingKey.NET_OFFLINE);
        if (offline || isAllowed(run, name)) {
            return lookups.mayAskWithoutToken(run, name);
        }
        // Without a yes the library asks nothing, and its report says in one line why.
        return new Prompt(run)
                .yes(
                        "No token for "
                                + name
                                + ". Ask anonymously? Only hashes are sent, no names,"
                                + " no files.");
    }

    private boolean isAllowed(Invocation run, String name) {
        return lookups.mayAskWithoutToken(run, name)
                || run.tokens().find(name).isPresent()
                || reachesNoServer(run, name);
    }

    private static boolean reachesNoServer(Invocation run, String name) {
        return run.library().providers().stream()
                .anyMatch(info -> info.name().equals(name) && info.origins().isEmpty());
    }

    private ExitCode plan(Invocation run, IdentifyRequest request, String name) {
        List<CatalogEntry> wanted = run.library().toBeAsked(request);
        new Rows(run, SCHEMA, run.format(Format.TABLE)).print(wanted);
        run.note(Sizes.count(wanted.size(), "file") + " would be asked about; nothing was sent");
        if (!wanted.isEmpty() && !isAllowed(run, name)) {
            run.note(Hints.words(new Hint.NotAsked(name)));
        }
        return ExitCode.OK;
    }

    private static void print(Invocation run, ScanReport report) {
        Format format = run.askedFormat().orElse(Format.TABLE);
        new Rows(run, SCHEMA, format).print(report.entries());
        if (format == Format.JSONL) {
            run.host().out().write(ScanDocument.summaryLine(report) + "\n");
        }
        run.host().out().flush();
        report.problems().forEach(problem -> tell(run, problem));
        Problems.print(run, report.pluginProblems());
        Hints.words(report.hints()).forEach(run::note);
        report.unanswered().stream().map(Hints::words).forEach(run::note);
        if (!run.isQuiet() && !run.isJson()) {
            run.talk().line(summary(report.summary()));
        }
    }

    private static void tell(Invocation run, FileProblem problem) {
        if (!run.isJson()) {
            Problems.print(run, problem);
        }
    }

    private static String summary(ScanSummary sum) {
        return "%,d identified, %,d not found, %,d pending, %,d denied; %,d requests"
                .formatted(
                        sum.identified(),
                        sum.notFound(),
                        sum.pending(),
                        sum.denied(),
                        sum.requests());
    }

    private ExitCode exit(Invocation run, ScanReport report) {
        if (report.cancelled() || run.cancellation().isCancelled()) {
            return ExitCode.INTERRUPTED;
        }
        boolean unreadable =
                report.problems().stream().anyMatch(p -> p.stage() == FileProblem.Stage.HASH);
        ExitCode asked = Outcomes.exit(report);
        boolean oneUnknown =
                asked == ExitCode.OK
                        && selectors.list().size() == 1
                        && report.entries().size() == 1
                        && report.summary().notFound() == 1;
        return asked.and(unreadable ? ExitCode.UNREADABLE : ExitCode.OK)
                .and(oneUnknown ? ExitCode.NOT_FOUND : ExitCode.OK);
    }
}
