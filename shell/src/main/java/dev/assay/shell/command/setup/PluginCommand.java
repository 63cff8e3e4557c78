package dev.assay.shell.command.setup;

import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginProblem;
import dev.assay.shell.command.Actions;
import dev.assay.shell.command.Problems;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Words;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import java.util.List;

/** {@code plugin}: the plugins of the plugin folder, and which of them may run. */
public final class PluginCommand extends Command {
    private static final List<String> ACTIONS =
            List.of("ls", "info", "add", "allow", "disable", "rm");

    private final Words words =
            takes.words("ACTION", "0..*", "ls, info, add, allow, disable or rm; plugin or jars");

    @Override
    public ExitCode run(Invocation run) {
        String action = Actions.first(words.list(), ACTIONS, "ls");
        return switch (action) {
            case "ls" -> {
                Actions.refuseMore("plugin", words.list(), 1);
                yield list(run, run.library().plugins().all());
            }
            case "info" -> list(run, List.of(named(run)));
            case "add" -> add(run);
            case "allow" -> allow(run);
            case "disable" -> disable(run);
            default -> remove(run);
        };
    }

    private static ExitCode list(Invocation run, List<PluginInfo> plugins) {
        PluginListing.print(run, plugins);
        List<PluginProblem> problems =
                plugins.stream().flatMap(plugin -> plugin.problems().stream()).toList();
        Problems.print(run, problems);
        if (plugins.isEmpty()) {
            run.hint("Put plugins into " + run.pluginFolder() + ", or: assay plugin add FILE.jar");
        }
        plugins.stream()
                .filter(plugin -> isWaiting(plugin.state()))
                .findFirst()
                .ifPresent(plugin -> run.hint("Let it run: assay plugin allow " + plugin.name()));
        return ExitCode.OK;
    }

    private static boolean isWaiting(PluginInfo.State state) {
        return state == PluginInfo.State.NEW || state == PluginInfo.State.CHANGED;
    }

    private ExitCode add(Invocation run) {
        List<String> jars = words.list().subList(1, words.list().size());
        if (jars.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "plugin add wants the plugin's jar, and the jars it needs",
                    "For example: assay plugin add my-hash-1.0.jar");
        }
        PluginInfo added = run.library().plugins().add(run.paths(jars));
        run.note("copied to " + added.location() + "; nothing of it has run");
        return list(run, List.of(added));
    }

    private ExitCode allow(Invocation run) {
        PluginInfo allowed = run.library().plugins().allow(named(run).name());
        run.reopenLibrary();
        run.note(
                "a plugin may do all that you may: read your files and tokens, and use the network."
                        + " Its jars are pinned; a changed one has to be allowed again");
        return list(run, List.of(again(run, allowed)));
    }

    private ExitCode disable(Invocation run) {
        PluginInfo disabled = run.library().plugins().disable(named(run).name());
        run.reopenLibrary();
        return list(run, List.of(again(run, disabled)));
    }

    private ExitCode remove(Invocation run) {
        PluginInfo plugin = named(run);
        if (!new Prompt(run).yes("Delete " + plugin.location() + "?")) {
            throw new Failure(
                    ErrorCode.CONFIRMATION_NEEDED, "nothing was deleted: " + plugin.location());
        }
        run.library().plugins().remove(plugin.name());
        run.reopenLibrary();
        run.note("deleted " + plugin.location());
        return ExitCode.OK;
    }

    private PluginInfo named(Invocation run) {
        if (words.list().size() != 2) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "plugin " + words.list().getFirst() + " wants the name of one plugin",
                    "See the names: assay plugin ls");
        }
        List<PluginInfo> plugins = run.library().plugins().all();
        return plugins.stream()
                .filter(plugin -> plugin.name().equals(words.list().get(1)))
                .findFirst()
                .orElseThrow(() -> unknown(plugins));
    }

    private Failure unknown(List<PluginInfo> plugins) {
        List<String> names = plugins.stream().map(PluginInfo::name).toList();
        return new Failure(
                ErrorCode.UNKNOWN_PLUGIN,
                "no plugin "
                        + words.list().get(1)
                        + "."
                        + Suggest.question(words.list().get(1), names));
    }

    /** A plugin as the library sees it that was opened after the change. */
    private static PluginInfo again(Invocation run, PluginInfo before) {
        return run.library().plugins().all().stream()
                .filter(plugin -> plugin.name().equals(before.name()))
                .findFirst()
                .orElse(before);
    }
}
