package dev.assay.shell.command.models;

import dev.assay.core.CatalogStatistics;
import dev.assay.core.model.CatalogOverview;
import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Grouping;
import dev.assay.core.query.Filter;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.JsonFields;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Numbers about files: one line on all of them, then a block with bars for each property. */
final class StatsView {
    private static final int BAR = 18;

    /** Columns of a row beside its key and its bar. */
    private static final int BEFORE_BAR = 21;

    private static final int USUAL_TOP = 10;
    private static final int LONGEST_KEY = 24;
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    private final Invocation run;
    private final CatalogStatistics statistics;
    private final Filter filter;
    private final OptionalInt top;

    StatsView(Invocation run, CatalogStatistics statistics, Filter filter, OptionalInt top) {
        this.run = run;
        this.statistics = statistics;
        this.filter = filter;
        this.top = top;
    }

    private record Row(Grouping by, FileGroup group) {}

    void print(List<Grouping> groupings) {
        Format format = run.format(Format.LIST);
        switch (format) {
            case LIST -> {
                run.screen()
                        .sentence(
                                Style.PLAIN,
                                "",
                                Style.PLAIN,
                                overview(statistics.overview(filter)));
                groupings.forEach(this::block);
            }
            case JSON -> run.host().out().write(Json.pretty(document(groupings), 0) + "\n");
            case JSONL -> run.host().out().write(Json.compact(document(groupings)) + "\n");
            case TABLE, TSV, CSV, MD, IDS, PATHS ->
                    run.printer(format).print(listing(), rows(groupings));
        }
    }

    private static String overview(CatalogOverview all) {
        List<String> parts = new ArrayList<>();
        parts.add(Sizes.count(all.files(), "model"));
        parts.add(Sizes.of(all.bytes()));
        parts.add(Sizes.count(all.roots(), "root"));
        parts.add(share(all.hashed(), all.files()) + " hashed");
        parts.add(share(all.identified(), all.files()) + " identified");
        part(parts, all.duplicateBytes(), Sizes.of(all.duplicateBytes()) + " twice");
        part(parts, all.pickles(), Sizes.count(all.pickles(), "pickle file"));
        part(parts, all.missing(), Sizes.count(all.missing()) + " missing");
        return String.join(" · ", parts);
    }

    private static void part(List<String> parts, long number, String words) {
        if (number > 0) {
            parts.add(words);
        }
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "0%" : Math.round(100.0 * part / whole) + "%";
    }

    private void block(Grouping by) {
        List<FileGroup> groups = topOf(statistics.groups(by, filter), top.orElse(USUAL_TOP));
        long largest = groups.stream().mapToLong(FileGroup::bytes).max().orElse(0);
        int width = groups.stream().mapToInt(one -> key(one).length()).max().orElse(0);
        int keys = Math.max(8, Math.min(LONGEST_KEY, width));
        int room = run.screen().look().width() - keys - BEFORE_BAR;
        run.screen().line("");
        run.screen()
                .line(Text.of(Style.BOLD, pad("By " + by.id(), keys + 2) + "   count     size"));
        for (FileGroup group : groups) {
            run.screen()
                    .line(
                            Text.of("  " + pad(cut(key(group)), keys))
                                    .and(
                                            "%8s  %7s"
                                                    .formatted(
                                                            Sizes.count(group.files()),
                                                            size(group.bytes())))
                                    .and("  ")
                                    .and(
                                            Style.CYAN,
                                            bar(group.bytes(), largest, Math.clamp(room, 0, BAR))));
        }
    }

    private String size(long bytes) {
        return run.outputOptions(Format.LIST).bytes() ? Long.toString(bytes) : Sizes.of(bytes);
    }

    private static String key(FileGroup group) {
        return group.key().isEmpty() ? "-" : group.key();
    }

    private static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - 1) + "…";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String bar(long bytes, long largest, int longest) {
        if (largest == 0) {
            return "";
        }
        double blocks = (double) bytes / largest * longest;
        if (!run.screen().look().unicode()) {
            return "#".repeat((int) Math.round(blocks));
        }
        int rest = (int) ((blocks - Math.floor(blocks)) * 8);
        String tail = rest == 0 ? "" : EIGHTHS.substring(rest - 1, rest);
        return "█".repeat((int) blocks) + tail;
    }

    /** {@return the largest groups, and the others as one} */
    private static List<FileGroup> topOf(List<FileGroup> all, int top) {
        if (all.size() <= top) {
            return all;
        }
        List<FileGroup> rest = all.subList(top, all.size());
        List<FileGroup> some = new ArrayList<>(all.subList(0, top));
        some.add(
                new FileGroup(
                        "(%d others)".formatted(rest.size()),
                        rest.stream().mapToLong(FileGroup::files).sum(),
                        rest.stream().mapToLong(FileGroup::bytes).sum()));
        return some;
    }

    /** Machines get every group, unless told otherwise. */
    private List<FileGroup> exact(Grouping by) {
        return topOf(statistics.groups(by, filter), top.orElse(Integer.MAX_VALUE));
    }

    private List<Row> rows(List<Grouping> groupings) {
        return groupings.stream()
                .flatMap(by -> exact(by).stream().map(group -> new Row(by, group)))
                .toList();
    }

    private static Listing<Row> listing() {
        List<Column<Row>> columns =
                List.of(
                        Column.<Row>of("by", row -> row.by().id()),
                        Column.<Row>of("key", row -> row.group().key()).stretching(),
                        Column.<Row>of("files", row -> row.group().files()).flushRight(),
                        Column.<Row>of("bytes", row -> row.group().bytes())
                                .showing(row -> Text.of(Sizes.of(row.group().bytes())))
                                .flushRight());
        return Listing.of(
                "assay.stats/1",
                columns,
                List.of("by", "key", "files", "bytes"),
                row -> Optional.of(row.group().key()),
                row -> Optional.empty());
    }

    private Map<String, @Nullable Object> document(List<Grouping> groupings) {
        CatalogOverview all = statistics.overview(filter);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("schema", "assay.stats/1");
        document.put("files", all.files());
        document.put("bytes", all.bytes());
        document.put("roots", all.roots());
        document.put("missing", all.missing());
        document.put("hashed", all.hashed());
        document.put("identified", all.identified());
        document.put("pickles", all.pickles());
        document.put("duplicate_bytes", all.duplicateBytes());
        groupings.forEach(by -> document.put("by_" + by.id(), groups(by)));
        return new JsonFields(run.options().chosen()).of(document);
    }

    private List<Map<String, @Nullable Object>> groups(Grouping by) {
        List<Map<String, @Nullable Object>> groups = new ArrayList<>();
        for (FileGroup group : exact(by)) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("key", group.key().isEmpty() ? null : group.key());
            one.put("files", group.files());
            one.put("bytes", group.bytes());
            groups.add(one);
        }
        return groups;
    }
}
