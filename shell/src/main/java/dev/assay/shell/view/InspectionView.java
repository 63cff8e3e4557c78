package dev.assay.shell.view;

import dev.assay.core.model.Classification;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a header says, for a person: a short block of lines for each file. */
public final class InspectionView {
    private final boolean why;

    /**
     * How much is told.
     *
     * @param why whether every reason is named, those that did not count included
     */
    public InspectionView(boolean why) {
        this.why = why;
    }

    /** {@return inspections as rows} */
    public Listing<Inspection> listing(HashNames names) {
        EntryJson json = new EntryJson(names);
        return new Listing<>(
                List.of(
                        Column.<Inspection>of("name", file -> name(file)).stretching(),
                        Column.<Inspection>of("type", file -> file.classification().type().id()),
                        Column.<Inspection>of(
                                "base", file -> file.classification().base().orElse(null)),
                        Column.<Inspection>of("size", Inspection::size)
                                .showing(file -> Text.of(Sizes.of(file.size())))
                                .flushRight(),
                        Column.<Inspection>of(
                                        "precision",
                                        file -> file.classification().precision().orElse(null))
                                .dropping(4),
                        Column.<Inspection>of(
                                        "confidence", f -> f.classification().confidence().id())
                                .dropping(3),
                        Column.<Inspection>of("safety", file -> file.safety().verdict().name()),
                        Column.<Inspection>of("state", file -> file.state().id()),
                        Column.<Inspection>of("format", file -> file.format().id()),
                        Column.<Inspection>of("path", file -> RawPath.text(file.path()))),
                List.of(
                        "name",
                        "type",
                        "base",
                        "size",
                        "precision",
                        "confidence",
                        "safety",
                        "state"),
                json::inspection,
                file -> Optional.empty(),
                file -> Optional.of(file.path()),
                EntryJson.INSPECTION_KEYS);
    }

    private static String name(Inspection file) {
        return RawPath.name(file.path());
    }

    /** Prints the block of one file. */
    public void print(Screen screen, Inspection file) {
        screen.line(Text.of(Style.BOLD, file.path().toString()));
        screen.line(Text.of("  ").and(summary(file)));
        screen.line(Text.of("  safety  ").and(safety(file.safety())));
        safetyDetails(file.safety()).forEach(line -> screen.line(line));
        for (FileProblem problem : file.problems()) {
            screen.line(
                    Text.of(Style.RED, "  problem ")
                            .and(problem.message() + ". " + problem.remedy()));
        }
        file.classification().conflicts().forEach(c -> screen.line(row("but", Style.YELLOW, c)));
        if (why) {
            reasons(file.classification()).forEach(screen::line);
        }
    }

    private static Text summary(Inspection file) {
        Classification found = file.classification();
        List<String> parts = new ArrayList<>();
        parts.add(found.type().id().replace('_', ' '));
        found.base().or(() -> alternatives(found)).ifPresent(parts::add);
        found.variant().ifPresent(parts::add);
        found.precision().ifPresent(parts::add);
        found.adapter().ifPresent(adapter -> parts.add(adapter(adapter)));
        if (found.tensors().isPresent()) {
            parts.add(Sizes.count(found.tensors().getAsInt(), "tensor"));
        }
        if (found.parameters().isPresent()) {
            parts.add(parameters(found.parameters().getAsLong()) + " parameters");
        }
        parts.add(file.format().id().replace('_', '-'));
        parts.add(Sizes.of(file.size()));
        Text text = Text.of(String.join(", ", parts));
        text = text.and(Style.DIM, "  (" + found.confidence().id() + ")");
        return file.state() == FileState.OK
                ? text
                : text.and("  ").and(Style.RED, file.state().id().replace('_', ' '));
    }

    private static Optional<String> alternatives(Classification found) {
        return found.bases().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" or ", found.bases()));
    }

    private static String adapter(Classification.Adapter adapter) {
        return adapter.algorithm()
                + (adapter.rank().isPresent() ? " rank " + adapter.rank().getAsInt() : "");
    }

    private static String parameters(long count) {
        if (count < 1_000_000) {
            return Sizes.count(count);
        }
        return count < 1_000_000_000
                ? String.format(java.util.Locale.ROOT, "%.1fM", count / 1e6)
                : String.format(java.util.Locale.ROOT, "%.2fB", count / 1e9);
    }

    private static Text safety(Safety safety) {
        return switch (safety.verdict()) {
            case CLEAN -> Text.of(Style.GREEN, "CLEAN");
            case SUSPICIOUS -> Text.of(Style.YELLOW, "SUSPICIOUS: look at it before loading it");
            case UNSCANNABLE ->
                    Text.of(Style.YELLOW, "UNSCANNABLE: not read to the end, do not trust it");
            case DANGEROUS ->
                    Text.of(Style.RED, "DANGEROUS: loading it can run code; do not load it");
        };
    }

    private static List<Text> safetyDetails(Safety safety) {
        List<Text> lines = new ArrayList<>();
        if (safety.verdict() != Safety.Verdict.CLEAN) {
            safety.imports().forEach(name -> lines.add(row("import", Style.PLAIN, name)));
            safety.reasons().forEach(reason -> lines.add(row("reason", Style.PLAIN, reason)));
        }
        return lines;
    }

    private static List<Text> reasons(Classification found) {
        List<Text> lines = new ArrayList<>();
        found.evidence().forEach(one -> lines.add(row("why", Style.PLAIN, one.sentence())));
        found.nearMisses().forEach(miss -> lines.add(row("not", Style.DIM, miss)));
        if (lines.isEmpty()) {
            lines.add(
                    row("why", Style.DIM, "no rule fits; nothing is guessed from the name alone"));
        }
        return lines;
    }

    private static Text row(String label, Style style, String text) {
        return Text.of("  " + label + " ".repeat(Math.max(1, 8 - label.length()))).and(style, text);
    }
}
