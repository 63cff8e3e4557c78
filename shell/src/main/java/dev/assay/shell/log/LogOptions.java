package dev.assay.shell.log;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import java.util.Locale;
import org.slf4j.event.Level;

/** What is logged and where, as the last command's settings have it. */
public final class LogOptions {
    private static volatile Level level = Level.WARN;
    private static volatile String file = "";

    private LogOptions() {}

    /** Takes the settings of a run. */
    public static void apply(Settings settings) {
        level = levelOf(settings.get(SettingKey.LOG_LEVEL));
        file = settings.get(SettingKey.LOG_FILE);
    }

    private static Level levelOf(String word) {
        try {
            return Level.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Level.WARN;
        }
    }

    static boolean wants(Level event) {
        return event.toInt() >= level.toInt();
    }

    static String file() {
        return file;
    }
}
