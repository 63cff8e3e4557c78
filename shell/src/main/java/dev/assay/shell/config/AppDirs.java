package dev.assay.shell.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are kept, by the XDG rules.
 *
 * @param config settings and tokens
 * @param data the catalog and plugins
 * @param state history, logs, crash reports, the last result
 * @param cache what can be deleted at any time
 */
public record AppDirs(Path config, Path data, Path state, Path cache) {
    private static final String NAME = "assay";

    /** {@return the folders for this environment} */
    public static AppDirs of(Map<String, String> environment) {
        Path home = home(environment);
        return new AppDirs(
                dir(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                dir(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                dir(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
                dir(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
    }

    /** {@return the home folder} */
    public static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home);
    }

    /** The XDG rules say that a relative path is to be ignored. */
    private static Path dir(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        Path base = value.startsWith("/") ? Path.of(value) : otherwise;
        return base.resolve(NAME);
    }

    /** {@return the user's settings} */
    public Path configFile() {
        return config.resolve("config.toml");
    }

    /** {@return the stored tokens} */
    public Path tokenFile() {
        return config.resolve("tokens.toml");
    }

    /** {@return the catalog, unless another is named} */
    public Path catalogFile() {
        return data.resolve("catalog.db");
    }

    /** {@return the lines typed in the shell} */
    public Path historyFile() {
        return state.resolve("history");
    }
}
