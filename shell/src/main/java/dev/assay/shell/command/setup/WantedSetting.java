package dev.assay.shell.command.setup;

import dev.assay.core.Library;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.ProviderInfo;
import dev.assay.shell.command.Algorithms;
import dev.assay.shell.command.models.ScanCommand;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Invocation;
import java.util.List;

/**
 * A value that somebody wants to set, of which only a plugin knows whether it makes sense: what
 * would be refused later is refused now.
 */
record WantedSetting(Invocation run, String key, String value) {
    void check() {
        if (key.equals(SettingKey.SCAN_HASH.id())) {
            checkHashes();
        } else if (Settings.isOfProvider(key)) {
            checkProvider();
        }
    }

    private void checkHashes() {
        boolean word =
                value.isEmpty()
                        || value.equalsIgnoreCase("false")
                        || value.equals(ScanCommand.DEFAULT)
                        || Settings.isTrue(value);
        if (!word) {
            new Algorithms(run).parse(GlobalOptions.list(value));
        }
    }

    /** A library with this setting tells what its provider says of it; nothing is sent. */
    private void checkProvider() {
        Library library = run.with(key, value).library();
        List<String> names = library.providers().stream().map(ProviderInfo::name).toList();
        library.plugins().problems().stream()
                .filter(problem -> problem.message().startsWith(key + ": "))
                .findFirst()
                .ifPresent(problem -> refuse(problem));
        String name = key.split("\\.", 3)[1];
        if (!names.contains(name)) {
            run.note("no provider " + name + " is installed." + Suggest.question(name, names));
        }
    }

    private static void refuse(PluginProblem problem) {
        throw new Failure(
                ErrorCode.BAD_VALUE,
                problem.message(),
                "See what is set: assay config show; nothing was changed");
    }
}
