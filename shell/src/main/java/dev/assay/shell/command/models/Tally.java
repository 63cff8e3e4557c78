package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many files of each type a scan saw: what a person wants instead of thousands of rows. */
final class Tally {
    /** More rows than this are counted on a terminal, unless a form was asked for. */
    private static final int MOST_ROWS = 60;

    private final Invocation run;

    Tally(Invocation run) {
        this.run = run;
    }

    boolean suits(int rows) {
        return rows > MOST_ROWS && run.askedFormat().isEmpty() && run.screen().look().terminal();
    }

    void print(List<CatalogEntry> entries) {
        Map<String, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> counts.merge(type(entry), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(one -> parts.add(Sizes.count(one.getValue()) + " " + one.getKey()));
        run.screen().sentence(Style.PLAIN, "", Style.PLAIN, String.join(",  ", parts));
        run.host().out().flush();
        run.hint("See them: assay ls, or assay ls type:lora");
    }

    private static String type(CatalogEntry entry) {
        return entry.inspection().classification().type().id().replace('_', ' ');
    }
}
