package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Category;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanSummary;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.JsonFields;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.EntryJson;
import dev.assay.shell.view.EntryView;
import dev.assay.shell.view.HashNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document {@code assay.scan/1}, written model by model so that a big library fits. */
final class ScanDocument {
    private final Output out;
    private final Listing<CatalogEntry> listing;
    private final JsonFields fields;

    /** Refuses a field that no model has, before anything is scanned. */
    ScanDocument(Invocation run) {
        this.out = run.screen().out();
        this.listing =
                new EntryView(true, true, false)
                        .listing("assay.file/1", new HashNames(run.library().algorithms()));
        this.fields = new JsonFields(run.options().chosen());
        fields.check(listing);
    }

    void print(List<Path> roots, ScanReport report) {
        out.write("{\n");
        member("schema", "assay.scan/1");
        member("models_directory", RawPath.text(roots.getFirst()));
        if (roots.size() > 1) {
            member("roots", roots.stream().map(Path::toString).toList());
        }
        member("total_models", report.entries().size());
        out.write("  \"models\": {");
        models(report.entries());
        out.write("\n  },\n");
        member("problems", report.problems().stream().map(EntryJson::problem).toList());
        if (!report.pluginProblems().isEmpty()) {
            member(
                    "plugin_problems",
                    report.pluginProblems().stream().map(p -> plugin(p)).toList());
        }
        member("hints", Hints.words(report.hints()));
        member("cancelled", report.cancelled());
        out.write("  \"summary\": " + Json.pretty(summary(report.summary()), 1) + "\n}\n");
    }

    private void member(String key, Object value) {
        out.write("  \"" + key + "\": " + Json.pretty(value, 1) + ",\n");
    }

    private void models(List<CatalogEntry> entries) {
        Map<Category, List<CatalogEntry>> groups = new EnumMap<>(Category.class);
        entries.forEach(e -> groups.computeIfAbsent(e.category(), c -> new ArrayList<>()).add(e));
        String separator = "\n";
        for (Category category : Category.values()) {
            out.write(separator + "    \"" + category.id() + "\": [");
            group(groups.getOrDefault(category, List.of()));
            out.write("]");
            separator = ",\n";
        }
    }

    private void group(List<CatalogEntry> entries) {
        String separator = "\n      ";
        for (CatalogEntry entry : entries) {
            out.write(separator + Json.pretty(model(entry), 3));
            separator = ",\n      ";
        }
        out.write(entries.isEmpty() ? "" : "\n    ");
    }

    /** The document has one schema, and its models none of their own. */
    private Map<String, @Nullable Object> model(CatalogEntry entry) {
        Map<String, @Nullable Object> model = new LinkedHashMap<>(fields.of(listing, entry));
        model.remove("schema");
        return model;
    }

    /** {@return the last line of a stream of files} */
    static String summaryLine(ScanReport report) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("schema", "assay.summary/1");
        line.putAll(summary(report.summary()));
        line.put("problems", report.problems().stream().map(EntryJson::problem).toList());
        line.put("cancelled", report.cancelled());
        return Json.compact(line);
    }

    private static Map<String, @Nullable Object> plugin(PluginProblem problem) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("plugin", problem.plugin());
        object.put("message", problem.message());
        object.put("remedy", problem.remedy());
        return object;
    }

    static Map<String, @Nullable Object> summary(ScanSummary sum) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("new", sum.fresh());
        object.put("changed", sum.changed());
        object.put("moved", sum.moved());
        object.put("unchanged", sum.unchanged());
        object.put("missing", sum.missing());
        object.put("hashed_bytes", sum.hashedBytes());
        object.put("identified", sum.identified());
        object.put("not_found", sum.notFound());
        object.put("pending", sum.pending());
        object.put("denied", sum.denied());
        object.put("requests", sum.requests());
        return object;
    }
}
