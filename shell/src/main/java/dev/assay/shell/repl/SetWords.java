package dev.assay.shell.repl;

import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Session;
import dev.assay.shell.run.SettingValues;
import java.util.List;

/** {@code set} and {@code unset}: settings for as long as the shell is open. */
final class SetWords {
    private static final String DISPLAY = "ui.";

    private final Session session;

    SetWords(Session session) {
        this.session = session;
    }

    void set(List<String> words, Screen screen) {
        if (words.isEmpty()) {
            list(screen);
            return;
        }
        String key = full(words.getFirst());
        if (words.size() == 1) {
            screen.line(key + " = " + session.overrides().getOrDefault(key, "(as configured)"));
            return;
        }
        String value = String.join(",", words.subList(1, words.size()));
        SettingValues.check(key, value);
        session.overrides().put(key, value);
    }

    void unset(List<String> words) {
        words.forEach(word -> session.overrides().remove(full(word)));
    }

    private void list(Screen screen) {
        if (session.overrides().isEmpty()) {
            screen.line("Nothing is set for this session. For example: set output json");
        }
        session.overrides().forEach((key, value) -> screen.line(key + " = " + value));
    }

    /** Settings of the display go without their {@code ui.}. */
    static String full(String typed) {
        String key = Settings.isKnown(typed) ? typed : DISPLAY + typed;
        if (!Settings.isKnown(key)) {
            throw new Failure(
                    ErrorCode.UNKNOWN_SETTING,
                    "no such setting: " + typed + "." + Suggest.question(typed, Settings.ids()));
        }
        return key;
    }
}
