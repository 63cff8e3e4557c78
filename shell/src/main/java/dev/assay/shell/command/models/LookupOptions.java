package dev.assay.shell.command.models;

import dev.assay.shell.command.Lookups;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.run.Invocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that may ask providers who files are. */
final class LookupOptions {
    @Option(names = "--anonymous", description = "ask without a token; only hashes are sent")
    boolean anonymous;

    @Option(names = "--refresh", description = "ask again about what was answered already")
    boolean refresh;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            description = "questions that cost a request each, in this run")
    @Nullable String maxRequests;

    /** {@return whether the user said, here or once and for all, that no token is needed} */
    boolean mayAskWithoutToken(Invocation run, String provider) {
        return anonymous || Lookups.anonymousByConfig(run, provider);
    }

    /** {@return how many questions may cost a request each} */
    int budget(Invocation run) {
        String setting = run.settings().get(SettingKey.SCAN_MAX_REQUESTS);
        return Invocation.number("--max-requests", maxRequests == null ? setting : maxRequests, 0);
    }
}
