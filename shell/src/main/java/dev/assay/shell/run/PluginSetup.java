package dev.assay.shell.run;

import dev.assay.core.LibraryBuilder;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Spans;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where plugins of others lie, and how long their calls may take.
 *
 * @param folders the user's own first
 * @param usual for plugins without a limit of their own
 * @param limits by the plugin's name
 */
record PluginSetup(List<Path> folders, Duration usual, Map<String, Duration> limits) {

    PluginSetup {
        folders = List.copyOf(folders);
        limits = Map.copyOf(limits);
    }

    static PluginSetup of(Path own, Settings settings, Host host) {
        List<Path> folders = new ArrayList<>(List.of(own));
        for (String folder : GlobalOptions.list(settings.get(SettingKey.PLUGINS_PATH))) {
            folders.add(host.path(checked(folder, settings)));
        }
        Map<String, Duration> limits = new TreeMap<>();
        settings.pluginTimeLimits()
                .forEach((plugin, value) ->
                        limits.put(plugin, Spans.parse(Settings.timeLimitKey(plugin), value)));
        SettingKey usual = SettingKey.PLUGINS_TIME_LIMIT;
        return new PluginSetup(folders, Spans.parse(usual.id(), settings.get(usual)), limits);
    }

    /** Only a flag may mean the working directory: whoever typed it knows where that is. */
    private static String checked(String folder, Settings settings) {
        boolean typed =
                settings.value(SettingKey.PLUGINS_PATH.id())
                        .filter(value -> value.origin().equals(Settings.FLAG))
                        .isPresent();
        if (!typed && !folder.startsWith("/") && !folder.startsWith("~/")) {
            throw new Failure(
                    ErrorCode.BAD_VALUE, "plugins.path wants whole paths, from / or ~/: " + folder);
        }
        return folder;
    }

    void applyTo(LibraryBuilder builder) {
        folders.forEach(builder::pluginFolder);
        builder.pluginTimeLimit(usual);
        limits.forEach(builder::pluginTimeLimit);
    }
}
