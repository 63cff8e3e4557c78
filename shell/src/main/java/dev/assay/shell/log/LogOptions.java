package dev.assay.shell.log;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;

/**
 * What is logged and where, set before the first logger is made: the logging library, which costs
 * more than a small command, reads it when somebody logs.
 */
public final class LogOptions {
    private static volatile String level = "warn";
    private static volatile String file = "";

    private LogOptions() {}

    /** Takes the settings of a run. */
    public static void apply(Settings settings) {
        level = settings.get(SettingKey.LOG_LEVEL);
        file = settings.get(SettingKey.LOG_FILE);
    }

    static String level() {
        return level;
    }

    static String file() {
        return file;
    }
}
