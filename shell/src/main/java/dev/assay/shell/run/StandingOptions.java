package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.render.Format;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was said once and holds for a line: its own options over those of the script that the line
 * is in. What is about one listing only (its columns, order and number of rows) is not among them.
 *
 * @param settings what options set, by dotted key
 * @param config the configuration file that was named
 * @param quiet whether only errors are wanted on stderr
 * @param yes whether every question is answered with yes
 * @param noInput whether nothing may be asked
 */
public record StandingOptions(
        Map<String, String> settings,
        Optional<String> config,
        boolean quiet,
        boolean yes,
        boolean noInput) {

    /** Where nothing was said. */
    public static final StandingOptions NONE =
            new StandingOptions(Map.of(), Optional.empty(), false, false, false);

    /** Copies the settings. */
    public StandingOptions {
        settings = Map.copyOf(settings);
    }

    /** {@return these and, over them, the options of a line} */
    StandingOptions with(GlobalOptions line) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(line.asSettings());
        return new StandingOptions(
                all,
                line.config().or(() -> config),
                quiet || line.quiet(),
                yes || line.yes(),
                noInput || line.noInput());
    }

    /** {@return whether results and errors are to be JSON} */
    public boolean isJson() {
        return Format.of(settings.getOrDefault(SettingKey.UI_OUTPUT.id(), ""))
                .map(Format::isJson)
                .orElse(false);
    }

    /** {@return these but for the settings, where those are kept elsewhere} */
    public StandingOptions withoutSettings() {
        return new StandingOptions(Map.of(), config, quiet, yes, noInput);
    }
}
