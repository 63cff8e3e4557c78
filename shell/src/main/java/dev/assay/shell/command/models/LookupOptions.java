package dev.assay.shell.command.models;

import dev.assay.shell.command.Lookups;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Options;
import dev.assay.shell.option.Value;
import dev.assay.shell.run.Invocation;

/** The options of every command that may ask providers who files are. */
final class LookupOptions {
    private final Flag anonymous;
    private final Flag refresh;
    private final Value maxRequests;

    LookupOptions(Options takes) {
        anonymous = takes.flag("--anonymous", "ask without a token; only hashes are sent");
        refresh = takes.flag("--refresh", "ask again about what was answered already");
        maxRequests =
                takes.value(
                        "--max-requests", "N", "questions that cost a request each, in this run");
    }

    /** {@return whether the user said, here or once and for all, that no token is needed} */
    boolean mayAskWithoutToken(Invocation run, String provider) {
        return anonymous.isOn() || Lookups.anonymousByConfig(run, provider);
    }

    /** {@return whether to ask again what was answered already} */
    boolean refresh() {
        return refresh.isOn();
    }

    /** {@return how many questions may cost a request each} */
    int budget(Invocation run) {
        String setting = run.settings().get(SettingKey.SCAN_MAX_REQUESTS);
        return Invocation.number("--max-requests", maxRequests.or(setting), 0);
    }
}
