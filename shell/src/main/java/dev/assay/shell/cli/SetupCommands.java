package dev.assay.shell.cli;

import dev.assay.shell.command.setup.AlgoCommand;
import dev.assay.shell.command.setup.CompletionCommand;
import dev.assay.shell.command.setup.ConfigCommand;
import dev.assay.shell.command.setup.DoctorCommand;
import dev.assay.shell.command.setup.PluginCommand;
import dev.assay.shell.command.setup.ProviderCommand;
import dev.assay.shell.command.setup.TokenCommand;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.CommandInfo.Example;
import dev.assay.shell.run.CommandInfo.Group;
import java.util.List;

/** The commands of setting up. */
final class SetupCommands {
    static final List<CommandInfo> ALL =
            List.of(
                    CommandInfo.of(
                            "token",
                            Group.SETUP,
                            "Set, test and forget the tokens of providers.",
                            "[ls|set|test|rm] [PROVIDER] [--stdin]",
                            "0 done, 3 missing or not accepted, 5 no network",
                            TokenCommand::new,
                            new Example("token set civitai", "asks without showing it"),
                            new Example("token set civitai --stdin", "from another program"),
                            new Example("token ls", "where each token comes from")),
                    CommandInfo.of(
                            "config",
                            Group.SETUP,
                            "Show and change settings.",
                            "[show|get|unset] [KEY...] [--origin] | set KEY VALUE | path",
                            "0 done, 2 no such setting",
                            ConfigCommand::new,
                            new Example("config show --origin", "every setting, and who set it"),
                            new Example("config set scan.hash true", "digests in every scan")),
                    CommandInfo.of(
                            "algo",
                            Group.SETUP,
                            "List the hash algorithms.",
                            "[ls]",
                            "0 done",
                            AlgoCommand::new,
                            new Example("algo ls", "what each is for and who brings it")),
                    CommandInfo.of(
                            "provider",
                            Group.SETUP,
                            "List the providers that can be asked.",
                            "[ls]",
                            "0 done",
                            ProviderCommand::new,
                            new Example(
                                    "provider ls", "servers, limits, and whether they are asked")),
                    CommandInfo.of(
                            "plugin",
                            Group.SETUP,
                            "List plugins, and say which of them may run.",
                            "[ls|info|add|allow|disable|rm] [PLUGIN | FILE.jar ...]",
                            "0 done, 4 no such plugin, 9 refused",
                            PluginCommand::new,
                            new Example(
                                    "plugin ls", "what lies in the plugin folder, and its state"),
                            new Example(
                                    "plugin add hash-xxh3-1.0.0.jar",
                                    "copies a plugin in; runs nothing of it"),
                            new Example("plugin allow hash-xxh3", "pins its jars and lets it run")),
                    CommandInfo.of(
                            "doctor",
                            Group.SETUP,
                            "Check that everything is as it should be.",
                            "[--fix]",
                            "0 all is well, 1 something is not",
                            DoctorCommand::new,
                            new Example("doctor", "asks no server"),
                            new Example("doctor -o md", "for a bug report")),
                    CommandInfo.of(
                            "completion",
                            Group.SETUP,
                            "Print the script that makes Tab work in bash, zsh or fish.",
                            "bash|zsh|fish",
                            "0 done, 2 no such shell",
                            CompletionCommand::new,
                            new Example("completion bash", "see its first line")));

    private SetupCommands() {}
}
