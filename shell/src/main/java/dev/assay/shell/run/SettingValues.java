package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Spans;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each setting takes. */
public final class SettingValues {
    private static final List<String> YES_OR_NO = List.of("true", "false");

    private SettingValues() {}

    /** {@return the words that a setting takes, when it takes only some} */
    public static List<String> of(SettingKey key) {
        return switch (key) {
            case UI_OUTPUT -> withAuto(Format.ids());
            case UI_COLOR -> List.of("auto", "always", "never");
            case UI_PROGRESS -> List.of("auto", "bar", "plain", "json", "none");
            case UI_ACCESSIBLE, UI_HINTS, SCAN_FOLLOW_LINKS, NET_OFFLINE -> YES_OR_NO;
            case SCAN_IDENTIFY -> List.of("other", "all", "none");
            case LOG_LEVEL -> List.of("error", "warn", "info", "debug", "trace");
            case SCAN_HASH,
                    SCAN_MAX_DEPTH,
                    SCAN_THREADS,
                    SCAN_READERS,
                    SCAN_MAX_REQUESTS,
                    CATALOG_FILE,
                    PLUGINS_PATH,
                    PLUGINS_TIME_LIMIT,
                    UI_PAGER,
                    LOG_FILE ->
                    List.of();
        };
    }

    private static List<String> withAuto(List<String> ids) {
        List<String> all = new ArrayList<>(List.of("auto"));
        all.addAll(ids);
        return all;
    }

    /** Refuses a value that the setting does not take. */
    public static void check(String id, String value) {
        Optional<SettingKey> key = SettingKey.of(id);
        List<String> allowed = key.map(SettingValues::of).orElse(List.of());
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    id + " does not take " + value + "." + Suggest.question(value, allowed),
                    "It takes: " + String.join(", ", allowed));
        }
        if (id.equals(SettingKey.PLUGINS_TIME_LIMIT.id()) || Settings.isPluginLimit(id)) {
            Spans.parse(id, value);
        }
        key.filter(SettingValues::isNumber).ifPresent(number -> Invocation.number(id, value, 0));
    }

    private static boolean isNumber(SettingKey key) {
        return key == SettingKey.SCAN_THREADS
                || key == SettingKey.SCAN_READERS
                || key == SettingKey.SCAN_MAX_DEPTH
                || key == SettingKey.SCAN_MAX_REQUESTS;
    }
}
