package dev.assay.shell.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds for one run: flag over environment over project file over user file over default.
 * Immutable.
 */
public final class Settings {
    /** The origin of what an option set. */
    public static final String FLAG = "flag";

    /** The origin of what nobody set. */
    public static final String DEFAULT = "default";

    private static final String PROVIDERS = "providers.";
    private static final String PROVIDERS_VARIABLE = "ASSAY_PROVIDERS_";
    private static final String PLUGINS = "plugins.";
    private static final String TIME_LIMIT = ".time-limit";
    private static final Pattern PLUGIN_VARIABLE = Pattern.compile("ASSAY_PLUGINS_(.+)_TIME_LIMIT");
    private static final Set<String> SECRETS =
            Set.of("token", "key", "api-key", "secret", "password");
    private static final String BASE_URL = "providers.civitai.base-url";
    private static final String BASE_URL_VARIABLE = "ASSAY_CIVITAI_BASE_URL";

    private final Map<String, Value> values = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * A setting's value and where it comes from.
     *
     * @param text the value
     * @param origin such as {@code env ASSAY_SCAN_THREADS} or a file with its line
     */
    public record Value(String text, String origin) {}

    /**
     * One place where settings come from, the stronger overriding the weaker.
     *
     * @param values by dotted key
     * @param project whether it is a project file, which may not set everything
     */
    record Source(Map<String, Value> values, boolean project) {}

    /** Resolves; the sources are ordered from weak to strong. */
    Settings(List<Source> sources) {
        for (SettingKey key : SettingKey.values()) {
            values.put(key.id(), new Value(key.fallback(), DEFAULT));
        }
        for (Source source : sources) {
            source.values().forEach((key, value) -> put(key, value, source.project()));
        }
    }

    private Settings(Settings others) {
        values.putAll(others.values);
        warnings.addAll(others.warnings);
    }

    /** {@return these, but with this value of one of them} */
    public Settings with(String key, String value) {
        Settings copy = new Settings(this);
        copy.values.put(key, new Value(value, FLAG));
        return copy;
    }

    /**
     * {@return these, but for values that do not count}
     *
     * @param why what is to be said of each of them, by key
     */
    public Settings without(Map<String, String> why) {
        Settings copy = new Settings(this);
        why.forEach((key, words) -> {
            copy.values.remove(key);
            SettingKey.of(key)
                    .ifPresent(own -> copy.values.put(key, new Value(own.fallback(), DEFAULT)));
            copy.warnings.add(words);
        });
        return copy;
    }

    private void put(String key, Value value, boolean project) {
        if (!isKnown(key)) {
            String near = Suggest.question(key, ids());
            warnings.add(value.origin() + ": no such setting: " + key + "." + near);
        } else if (isSecret(key)) {
            warnings.add(
                    value.origin()
                            + ": "
                            + key
                            + " is ignored: a token is no setting. Store it with assay token set");
        } else if (project && !allowedInProject(key)) {
            warnings.add(
                    value.origin()
                            + ": a project file may not set "
                            + key
                            + "; ignored. Put it into your own config file");
        } else {
            values.put(key, value);
        }
    }

    /** {@return whether it is a setting of a provider, {@code providers.NAME.KEY}} */
    public static boolean isOfProvider(String key) {
        return key.startsWith(PROVIDERS) && key.chars().filter(c -> c == '.').count() == 2;
    }

    /** {@return whether it is the time limit of one plugin, {@code plugins.NAME.time-limit}} */
    public static boolean isPluginLimit(String key) {
        return key.startsWith(PLUGINS)
                && key.endsWith(TIME_LIMIT)
                && key.length() > PLUGINS.length() + TIME_LIMIT.length();
    }

    /** {@return the name of a plugin's own time limit} */
    public static String timeLimitKey(String plugin) {
        return PLUGINS + plugin + TIME_LIMIT;
    }

    /** {@return whether what stands under this name would be a secret, which no setting is} */
    public static boolean isSecret(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return isOfProvider(key) && SECRETS.contains(last);
    }

    private static boolean allowedInProject(String key) {
        return SettingKey.of(key).map(SettingKey::inProject).orElse(false);
    }

    /**
     * {@return whether a setting of that name can exist; providers name theirs themselves, and
     * every plugin may have a time limit}
     */
    public static boolean isKnown(String key) {
        return SettingKey.of(key).isPresent() || isOfProvider(key) || isPluginLimit(key);
    }

    /** {@return the names of the program's own settings} */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (SettingKey key : SettingKey.values()) {
            ids.add(key.id());
        }
        return ids;
    }

    /** {@return what the environment sets} */
    static Source environment(Map<String, String> environment) {
        Map<String, Value> found = new LinkedHashMap<>();
        for (SettingKey key : SettingKey.values()) {
            for (String variable : key.variables().reversed()) {
                put(found, key.id(), variable, environment);
            }
        }
        environment.keySet().stream()
                .filter(name -> name.startsWith(PROVIDERS_VARIABLE))
                .forEach(name -> provider(name).ifPresent(k -> put(found, k, name, environment)));
        environment.keySet().stream()
                .map(PLUGIN_VARIABLE::matcher)
                .filter(Matcher::matches)
                .forEach(name -> put(found, plugin(name.group(1)), name.group(), environment));
        put(found, BASE_URL, BASE_URL_VARIABLE, environment);
        return new Source(found, false);
    }

    private static void put(
            Map<String, Value> found, String key, String variable, Map<String, String> from) {
        String value = from.getOrDefault(variable, "");
        if (!value.isEmpty()) {
            found.put(key, new Value(value, "env " + variable));
        }
    }

    /** {@code ASSAY_PROVIDERS_CIVITAI_BASE_URL} is {@code providers.civitai.base-url}. */
    private static Optional<String> provider(String variable) {
        String rest = variable.substring(PROVIDERS_VARIABLE.length()).toLowerCase(Locale.ROOT);
        int end = rest.indexOf('_');
        return end < 1
                ? Optional.empty()
                : Optional.of(
                        PROVIDERS
                                + rest.substring(0, end)
                                + "."
                                + rest.substring(end + 1).replace('_', '-'));
    }

    /** {@code ASSAY_PLUGINS_HASH_XXH3_TIME_LIMIT} is {@code plugins.hash-xxh3.time-limit}. */
    private static String plugin(String name) {
        return timeLimitKey(name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@return the value of one of the program's settings; empty text when there is none} */
    public String get(SettingKey key) {
        return value(key.id()).map(Value::text).orElse("");
    }

    /** {@return whether a setting is on} */
    public boolean isOn(SettingKey key) {
        return isTrue(get(key));
    }

    /** {@return whether a text means yes} */
    public static boolean isTrue(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            default -> false;
        };
    }

    /** {@return the value of any setting with its origin} */
    public Optional<Value> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** {@return every setting in alphabetical order} */
    public Map<String, Value> all() {
        return values;
    }

    /** {@return what the sources said that does not count, for stderr} */
    public List<String> warnings() {
        return warnings;
    }

    /** {@return the settings of every provider: name, key, value} */
    public List<ProviderSetting> providers() {
        List<ProviderSetting> found = new ArrayList<>();
        values.forEach((key, value) -> {
            if (key.startsWith(PROVIDERS)) {
                String[] parts = key.split("\\.", 3);
                found.add(new ProviderSetting(parts[1], parts[2], value.text()));
            }
        });
        return found;
    }

    /** {@return the time limits of single plugins by their names, as they were written} */
    public Map<String, String> pluginTimeLimits() {
        Map<String, String> limits = new TreeMap<>();
        values.forEach((key, value) -> {
            if (isPluginLimit(key)) {
                int end = key.length() - TIME_LIMIT.length();
                limits.put(key.substring(PLUGINS.length(), end), value.text());
            }
        });
        return limits;
    }

    /**
     * A setting of a provider.
     *
     * @param provider its name
     * @param key the setting
     * @param value what it is set to
     */
    public record ProviderSetting(String provider, String key, String value) {}
}
