package dev.assay.shell.command.digest;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.HashReport;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.Problems;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.HashNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints digests as they come. */
final class HashPrinter {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final String OF_NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final List<String> KEYS =
            List.of("schema", "path", "size", "hashes", "undefined", "failed", "problems");

    private final Invocation run;
    private final HashNames names;
    private final Format format;
    private final boolean atOnce;
    private final List<HashId> hashes;
    private final HashLine.Form form;
    private final TypedNames typed;
    private final List<HashReport> kept = new ArrayList<>();
    private ExitCode exit = ExitCode.OK;

    /**
     * Prints in the form that was asked for.
     *
     * @param hashes what is computed of each file, in their order
     * @param form of lines, where nothing else was asked for
     */
    HashPrinter(
            Invocation run,
            HashNames names,
            List<HashId> hashes,
            HashLine.Form form,
            TypedNames typed) {
        this.run = run;
        this.names = names;
        this.format = run.askedFormat().orElse(Format.LIST);
        this.atOnce = new Lines(run, format).comeAtOnce();
        this.hashes = hashes;
        this.form = form;
        this.typed = typed;
        run.printer(format).check(listing());
    }

    void accept(HashReport report) {
        if (!report.problems().isEmpty() || hasFailed(report)) {
            exit = exit.and(ExitCode.UNREADABLE);
        }
        if (!format.isJson()) {
            report.problems().forEach(problem -> Problems.print(run, problem));
        }
        if (!atOnce) {
            kept.add(report);
        } else if (format == Format.JSONL) {
            run.printer(format).print(listing(), List.of(report));
        } else {
            lines(report);
        }
    }

    /** Prints what had to be collected first. */
    void end() {
        if (!atOnce) {
            run.printer(format).print(listing(), kept);
        }
    }

    ExitCode exit() {
        return exit;
    }

    private static boolean hasFailed(HashReport report) {
        return report.outcomes().stream().anyMatch(one -> one instanceof HashOutcome.Failed);
    }

    private void lines(HashReport report) {
        for (HashOutcome outcome : report.outcomes()) {
            switch (outcome) {
                case HashOutcome.Computed(Digest digest) -> line(report, digest);
                case HashOutcome.Undefined(HashId id, String reason) ->
                        run.note(shown(report) + " has no " + names.of(id) + ": " + reason);
                case HashOutcome.Failed(HashId id, String reason) ->
                        run.note(shown(report) + ": " + names.of(id) + " failed: " + reason);
            }
        }
    }

    private void line(HashReport report, Digest digest) {
        String tag = names.of(digest.id());
        Octets name = typed.of(report.path());
        Octets line = HashLine.write(form, tag, digest.id(), digest.hex(), name);
        if (run.screen().look().terminal()) {
            String text = line.text();
            run.screen().line(form.zero() ? text.replace("\0", "") : text.stripTrailing());
        } else {
            run.host().out().write(line.bytes());
        }
        if (digest.id().equals(SHA256) && digest.hex().equals(OF_NOTHING)) {
            run.note(shown(report) + " has the SHA-256 of no bytes at all: the file is empty");
        }
    }

    private String shown(HashReport report) {
        return typed.of(report.path()).text();
    }

    private Listing<HashReport> listing() {
        List<Column<HashReport>> columns = new ArrayList<>();
        columns.add(Column.<HashReport>of("path", report -> RawPath.text(report.path())));
        columns.add(Column.<HashReport>of("size", HashReport::size).flushRight());
        for (HashId id : hashes) {
            columns.add(
                    Column.<HashReport>of(
                            names.of(id).toLowerCase(Locale.ROOT), report -> hex(report, id)));
        }
        return new Listing<>(
                columns,
                columns.stream().map(Column::name).toList(),
                this::json,
                report -> Optional.ofNullable(hex(report, hashes.getFirst())),
                report -> Optional.of(report.path()),
                KEYS);
    }

    private static @Nullable String hex(HashReport report, HashId id) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.id().equals(id))
                .findFirst()
                .map(o -> o instanceof HashOutcome.Computed(Digest digest) ? digest.hex() : null)
                .orElse(null);
    }

    private Map<String, @Nullable Object> json(HashReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.hash/1");
        RawPath.put(json, report.path());
        json.put("size", report.size());
        Map<String, @Nullable Object> hashes = new LinkedHashMap<>();
        Map<String, @Nullable Object> undefined = new LinkedHashMap<>();
        Map<String, @Nullable Object> failed = new LinkedHashMap<>();
        for (HashOutcome outcome : report.outcomes()) {
            String name = names.of(outcome.id());
            switch (outcome) {
                case HashOutcome.Computed(Digest digest) ->
                        hashes.put(name, digest.hex().toUpperCase(Locale.ROOT));
                case HashOutcome.Undefined(HashId _, String reason) -> {
                    hashes.put(name, null);
                    undefined.put(name, reason);
                }
                case HashOutcome.Failed(HashId _, String reason) -> failed.put(name, reason);
            }
        }
        json.put("hashes", hashes);
        json.put("undefined", undefined);
        if (!failed.isEmpty()) {
            json.put("failed", failed);
        }
        if (!report.problems().isEmpty()) {
            json.put("problems", report.problems().stream().map(FileProblem::message).toList());
        }
        return json;
    }
}
