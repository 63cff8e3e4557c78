package dev.assay.shell.command.setup;

import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginProblem;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.run.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How plugins are shown. */
final class PluginListing {
    private static final List<Column<PluginInfo>> COLUMNS =
            List.of(
                    Column.<PluginInfo>of("name", PluginInfo::name),
                    Column.<PluginInfo>of("version", plugin -> plugin.version().orElse("")),
                    Column.<PluginInfo>of("gives", plugin -> String.join(", ", plugin.gives())),
                    Column.<PluginInfo>of("state", plugin -> state(plugin.state())),
                    Column.<PluginInfo>of("module", plugin -> plugin.module().orElse(""))
                            .dropping(2),
                    Column.<PluginInfo>of("signed", PluginListing::signers).dropping(3),
                    Column.<PluginInfo>of("sha256", PluginListing::pins).stretching().dropping(1));

    private PluginListing() {}

    static void print(Invocation run, List<PluginInfo> plugins) {
        run.printer(run.format(Format.TABLE))
                .print(
                        new Listing<>(
                                COLUMNS,
                                COLUMNS.stream().map(Column::name).toList(),
                                PluginListing::json,
                                plugin -> Optional.of(plugin.name()),
                                plugin -> Optional.of(plugin.location()),
                                List.of("schema", "path", "jars", "problems")),
                        plugins);
    }

    private static String state(PluginInfo.State state) {
        return switch (state) {
            case LOADED -> "loaded";
            case ALLOWED -> "allowed";
            case NEW -> "new: not loaded";
            case CHANGED -> "changed: not loaded";
            case DISABLED -> "disabled";
            case BROKEN -> "broken";
        };
    }

    private static String signers(PluginInfo plugin) {
        return plugin.jars().stream()
                .map(jar -> jar.signer().orElse("no"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String pins(PluginInfo plugin) {
        return plugin.jars().stream()
                .map(jar -> jar.file().getFileName() + " " + jar.sha256())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> json(PluginInfo plugin) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.plugin/1");
        json.put("name", plugin.name());
        json.put("version", plugin.version().orElse(null));
        json.put("module", plugin.module().orElse(null));
        json.put("gives", plugin.gives());
        json.put("state", plugin.state().id());
        json.put("path", plugin.location().toString());
        json.put("jars", plugin.jars().stream().map(PluginListing::json).toList());
        json.put("problems", plugin.problems().stream().map(PluginListing::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(PluginInfo.Jar jar) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", jar.file().toString());
        json.put("sha256", jar.sha256());
        json.put("signer", jar.signer().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> json(PluginProblem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("message", problem.message());
        json.put("remedy", problem.remedy());
        return json;
    }
}
