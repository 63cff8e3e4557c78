package dev.assay.shell.run;

import dev.assay.core.LibraryBuilder;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Spans;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each setting takes. */
public final class SettingValues {
    private static final List<String> YES_OR_NO = List.of("true", "false");
    private static final List<String> SPELLINGS =
            List.of("true", "false", "yes", "no", "on", "off", "1", "0");

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
        check(id, value, id);
    }

    /**
     * {@return what is wrong with values that somebody set, by key; each says where it stands}
     * Values of providers are not among them: providers themselves refuse those.
     */
    static Map<String, Failure> bad(Settings settings) {
        Map<String, Failure> bad = new LinkedHashMap<>();
        settings.all()
                .forEach((id, value) -> {
                    if (value.origin().equals(Settings.DEFAULT) || value.text().isEmpty()) {
                        return;
                    }
                    try {
                        check(id, value.text(), named(id, value.origin()));
                    } catch (Failure refused) {
                        bad.put(id, refused);
                    }
                });
        return bad;
    }

    private static String named(String id, String origin) {
        return origin.equals(Settings.FLAG)
                ? GlobalOptions.OF_SETTINGS.getOrDefault(id, id)
                : origin + ": " + id;
    }

    private static void check(String id, String value, String named) {
        Optional<SettingKey> key = SettingKey.of(id);
        if (key.isPresent() && !takes(key.get(), value)) {
            List<String> allowed = of(key.get());
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    named + " does not take " + value + "." + Suggest.question(value, allowed),
                    "It takes: " + String.join(", ", allowed));
        }
        if (Settings.isOfProvider(id) && id.endsWith(".anonymous") && !isBoolean(value)) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    named + " does not take " + value,
                    "It takes: " + String.join(", ", YES_OR_NO));
        }
        if (id.equals(SettingKey.PLUGINS_TIME_LIMIT.id()) || Settings.isPluginLimit(id)) {
            Spans.parse(named, value);
        }
        key.filter(SettingValues::isNumber)
                .ifPresent(one -> number(named, value, least(one), most(one)));
    }

    private static boolean takes(SettingKey key, String value) {
        List<String> words = of(key);
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (key) {
            case UI_OUTPUT, UI_COLOR, UI_PROGRESS -> words.contains(value);
            case UI_ACCESSIBLE, UI_HINTS, SCAN_FOLLOW_LINKS, NET_OFFLINE -> isBoolean(value);
            default -> words.isEmpty() || words.contains(lower);
        };
    }

    private static boolean isBoolean(String value) {
        return SPELLINGS.contains(value.toLowerCase(Locale.ROOT));
    }

    private static void number(String named, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Failure(
                ErrorCode.BAD_VALUE,
                named + " does not take " + value,
                "It takes: a whole number from %d to %d".formatted(least, most));
    }

    private static boolean isNumber(SettingKey key) {
        return key == SettingKey.SCAN_THREADS
                || key == SettingKey.SCAN_READERS
                || key == SettingKey.SCAN_MAX_DEPTH
                || key == SettingKey.SCAN_MAX_REQUESTS;
    }

    private static int least(SettingKey key) {
        return countsWorkers(key) ? 1 : 0;
    }

    private static int most(SettingKey key) {
        return countsWorkers(key) ? LibraryBuilder.MOST_THREADS : Integer.MAX_VALUE;
    }

    private static boolean countsWorkers(SettingKey key) {
        return key == SettingKey.SCAN_THREADS || key == SettingKey.SCAN_READERS;
    }
}
