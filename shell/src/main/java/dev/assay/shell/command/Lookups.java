package dev.assay.shell.command;

import dev.assay.shell.config.Settings;
import dev.assay.shell.run.Invocation;

/** Whether providers may be asked. */
public final class Lookups {
    private Lookups() {}

    /** {@return whether the user said once and for all that asking without a token is fine} */
    public static boolean anonymousByConfig(Invocation run, String provider) {
        return run.settings()
                .value("providers." + provider + ".anonymous")
                .map(value -> Settings.isTrue(value.text()))
                .orElse(false);
    }
}
