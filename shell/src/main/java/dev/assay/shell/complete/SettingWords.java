package dev.assay.shell.complete;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.run.SettingValues;
import java.util.List;

/** The values that a setting takes. */
final class SettingWords {
    private SettingWords() {}

    static List<Suggestion> of(String setting) {
        return SettingKey.of(setting)
                .map(key -> Completion.words(SettingValues.of(key), "values"))
                .orElse(List.of());
    }
}
