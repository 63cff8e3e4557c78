package dev.assay.shell.run;

import dev.assay.shell.config.Settings;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at what was configured before a command runs: a file that is not there and a value that
 * means nothing are told, and not taken for what holds when nobody says anything.
 */
public final class Preparation {
    private Preparation() {}

    /** {@return the run of a command, with settings that have values they take} */
    public static Invocation of(Session session, Host host, Command command) {
        Invocation run = new Invocation(session, host, command.global());
        run.namedConfig().ifPresent(file -> refuseFolder(file));
        if (!command.makesConfigFile()) {
            run.standing().config().map(host::path).ifPresent(file -> refuseMissing(file));
        }
        command.global().refuseNulWithoutPaths();
        Map<String, Failure> bad = SettingValues.bad(run.settings());
        return bad.isEmpty() ? run : run.with(without(bad, run.settings(), command));
    }

    private static void refuseFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw new Failure(
                    ErrorCode.BAD_CONFIG,
                    file + " is a folder, and --config wants a file",
                    "Name the file in it");
        }
    }

    private static void refuseMissing(Path file) {
        if (!Files.exists(file)) {
            throw new Failure(
                    ErrorCode.BAD_CONFIG,
                    "no such configuration file: " + file,
                    "Check the spelling; assay config set makes a new one");
        }
    }

    /** What somebody typed for this very command is refused whatever the command is. */
    private static Settings without(Map<String, Failure> bad, Settings settings, Command command) {
        Map<String, String> why = new LinkedHashMap<>();
        bad.forEach((id, failure) -> {
            Optional<Settings.Value> value = settings.value(id);
            boolean typed = value.filter(one -> one.origin().equals(Settings.FLAG)).isPresent();
            if (typed || !command.bearsBadSettings()) {
                throw failure;
            }
            why.put(id, failure.message() + "; ignored. " + failure.remedy());
        });
        return settings.without(why);
    }
}
