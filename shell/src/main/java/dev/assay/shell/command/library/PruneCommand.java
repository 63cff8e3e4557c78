package dev.assay.shell.command.library;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterContext;
import dev.assay.core.query.FilterException;
import dev.assay.core.query.FilterParser;
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
import dev.assay.shell.run.Prompt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** {@code prune}: forget files that have been gone for long. */
public final class PruneCommand extends Command {
    private final Words selectors =
            takes.words("SELECTOR", "0..*", "which of the missing files; without any, all of them");

    private final Value gone =
            takes.value("--gone", "AGE", "how long they must have been missing, such as 90d or 0d");

    private final Flag dryRun =
            takes.flag("-n, --dry-run", "say what would be forgotten, and forget nothing");

    @Override
    public ExitCode run(Invocation run) {
        Instant before = before();
        Selection selection = new Selection(run);
        Filter filter = selection.filter(selectors.list());
        List<CatalogEntry> missing =
                selection.entries(
                        new Filter.All(List.of(filter, new Filter.Is(Filter.Facet.MISSING))));
        List<CatalogEntry> old = missing.stream().filter(one -> isGoneSince(one, before)).toList();
        if (old.isEmpty()) {
            nothing(run, missing.size());
            return ExitCode.OK;
        }
        new Rows(run, "assay.plan/1", run.format(Format.TABLE)).print(old);
        String files = Sizes.count(old.size(), "missing file");
        if (dryRun.isOn()) {
            run.note(files + " would be forgotten; tags, notes and decisions are kept");
            return ExitCode.OK;
        }
        if (!new Prompt(run).yes("Forget " + files + "? Tags, notes and decisions are kept.")) {
            throw new Failure(ErrorCode.CONFIRMATION_NEEDED, "nothing was forgotten");
        }
        int forgotten = run.library().upkeep().prune(filter, before);
        run.note("forgot " + Sizes.count(forgotten, "missing file"));
        return ExitCode.OK;
    }

    private String age() {
        return gone.or("90d");
    }

    /** An age means here what it means in {@code older:90d}. */
    private Instant before() {
        FilterContext context = FilterContext.of(Clock.system(ZoneId.systemDefault()), Set.of());
        try {
            Filter older = FilterParser.parse(List.of("older:" + age()), context);
            if (older instanceof Filter.During during && during.to().isPresent()) {
                return during.to().get();
            }
        } catch (FilterException e) {
            // told below
        }
        throw new Failure(
                ErrorCode.BAD_VALUE,
                "--gone wants an age, not " + age(),
                "For example: 90d, 6w, 1y, 0d");
    }

    private static boolean isGoneSince(CatalogEntry entry, Instant before) {
        return entry.marks().missingSince().orElse(Instant.EPOCH).isBefore(before);
    }

    private void nothing(Invocation run, int missing) {
        if (run.isJson()) {
            new Rows(run, "assay.plan/1", run.format(Format.TABLE)).show(List.of());
        }
        run.note(
                missing == 0
                        ? "no file is missing; nothing to forget"
                        : "%s, none of them for %s; nothing to forget"
                                .formatted(Sizes.count(missing, "missing file"), age()));
        if (missing > 0) {
            run.hint("Forget them now: assay prune --gone 0d   See them: assay ls is:missing");
        }
    }
}
