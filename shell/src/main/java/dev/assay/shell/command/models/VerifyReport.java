package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifiedFile.Verdict;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.ListingPrinter;
import dev.assay.shell.render.ShellWord;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.LastResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes results as they come: what is wrong is told at once, the rest is counted. */
final class VerifyReport {
    private final Invocation run;
    private final Format format;
    private final VerifyView view;
    private final Function<Verdict, ExitCode> meaning;
    private final Optional<CombinedFile> combined;
    private final List<VerifiedFile> all = new ArrayList<>();
    private ExitCode exit = ExitCode.OK;
    private boolean stopped;

    VerifyReport(
            Invocation run, Function<Verdict, ExitCode> meaning, Optional<CombinedFile> combined) {
        this.run = run;
        this.meaning = meaning;
        this.format = run.format(Format.LIST);
        this.view = new VerifyView(run);
        this.combined = combined;
    }

    void accept(VerifiedFile file) {
        all.add(file);
        exit = exit.and(meaning.apply(file.verdict()));
        boolean wrong = file.verdict() != Verdict.GOOD;
        if (format == Format.LIST && wrong) {
            view.tell(file, bad().size());
            run.host().out().flush();
        } else if (format == Format.JSONL && (wrong || !run.isQuiet())) {
            ListingPrinter printer = run.printer(format);
            run.host().out().write(Json.compact(printer.object(view.listing(), file)) + "\n");
            run.host().out().flushWhenLate();
        }
    }

    /** Takes it that no more files come, though not all were read. */
    void stop() {
        stopped = true;
    }

    private List<VerifiedFile> bad() {
        return all.stream().filter(file -> file.verdict() != Verdict.GOOD).toList();
    }

    /** {@return the files whose bits turned} */
    List<VerifiedFile> rotten() {
        return all.stream().filter(file -> file.verdict() == Verdict.ROT).toList();
    }

    /** {@return what it all means, after the rest was told} */
    ExitCode end(List<CatalogEntry> chosen) {
        printRest(chosen.size());
        if (!bad().isEmpty()) {
            new LastResult(run).remember(bad().stream().map(VerifiedFile::path).toList());
        }
        combined.ifPresent(this::write);
        run.host().out().flush();
        if (!run.isQuiet() && (stopped || !run.isJson()) && !chosen.isEmpty()) {
            run.talk().line(words(chosen.size()));
        }
        rotten().stream()
                .filter(file -> !file.copies().isEmpty())
                .findFirst()
                .map(this::name)
                .ifPresent(name ->
                        run.hint("Put the good copy in its place: assay verify --repair " + name));
        return stopped ? ExitCode.INTERRUPTED : exit;
    }

    /** {@return what the next command can call a file: the number that was shown, or its path} */
    private String name(VerifiedFile file) {
        boolean numbered =
                format == Format.LIST
                        && run.screen().look().terminal()
                        && new LastResult(run).isKept();
        return numbered ? "%" + (bad().indexOf(file) + 1) : ShellWord.of(file.path().toString());
    }

    /** A list of some of the files would pass for one of all. */
    private void write(CombinedFile file) {
        if (stopped) {
            file.leave();
        } else {
            file.write(all);
        }
    }

    /** What is quiet is silent as long as all is well, but a document stays one. */
    private void printRest(int chosen) {
        List<VerifiedFile> rows = run.isQuiet() ? bad() : all;
        if (run.isQuiet() && rows.isEmpty() && format != Format.JSON) {
            return;
        }
        switch (format) {
            case LIST -> {}
            case JSONL -> run.host().out().write(Json.compact(summary(chosen)) + "\n");
            case TABLE, TSV, CSV, JSON, IDS, PATHS, MD ->
                    run.printer(format).print(view.listing(), rows);
        }
    }

    private Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        all.forEach(file -> counts.merge(file.verdict(), 1, Integer::sum));
        return counts;
    }

    private String words(int chosen) {
        List<String> parts = new ArrayList<>();
        long read = all.stream().filter(file -> file.now().isPresent()).count();
        parts.add((read == 0 ? "no file" : Sizes.count(read, "file")) + " read again");
        counts().forEach((verdict, count) -> parts.add(count + " " + VerifyView.word(verdict)));
        int left = chosen - all.size();
        if (left > 0) {
            parts.add(left + (stopped ? " not reached" : " passed by"));
        }
        String line = String.join(", ", parts);
        return stopped
                ? line + ". Stopped; the same command starts over, --oldest-first goes on"
                : line;
    }

    private Map<String, @Nullable Object> summary(int chosen) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("schema", "assay.summary/1");
        summary.put("chosen", chosen);
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict.id(), counts().getOrDefault(verdict, 0));
        }
        summary.put("cancelled", stopped);
        return summary;
    }
}
