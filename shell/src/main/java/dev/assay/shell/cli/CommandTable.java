package dev.assay.shell.cli;

import dev.assay.shell.command.AlgoCommand;
import dev.assay.shell.command.CompleteCommand;
import dev.assay.shell.command.CompletionCommand;
import dev.assay.shell.command.ConfigCommand;
import dev.assay.shell.command.DoctorCommand;
import dev.assay.shell.command.HashCommand;
import dev.assay.shell.command.HelpCommand;
import dev.assay.shell.command.IdentifyCommand;
import dev.assay.shell.command.InspectCommand;
import dev.assay.shell.command.LsCommand;
import dev.assay.shell.command.PluginCommand;
import dev.assay.shell.command.ProviderCommand;
import dev.assay.shell.command.RunCommand;
import dev.assay.shell.command.ScanCommand;
import dev.assay.shell.command.ShellCommand;
import dev.assay.shell.command.ShowCommand;
import dev.assay.shell.command.TokenCommand;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.CommandInfo.Example;
import dev.assay.shell.run.CommandInfo.Group;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every command there is. A small static table: the parser learns of a command only when it is
 * named, because registering all of them doubles the time of a start.
 */
final class CommandTable {
    static final List<CommandInfo> ALL =
            List.of(
                    command(
                            "scan",
                            Group.DAILY,
                            "Walk folders, tell what each model file is, remember it.",
                            "[FOLDER...] [options]",
                            "0 done, 7 some files unreadable, 130 interrupted",
                            ScanCommand::new,
                            new Example(
                                    "scan ~/ComfyUI/models", "headers only: seconds for thousands"),
                            new Example(
                                    "scan ~/ComfyUI/models --hash",
                                    "and the digests of every file"),
                            new Example("scan ~/ComfyUI/models --json", "one document for scripts"),
                            new Example(
                                    "scan --identify all --anonymous",
                                    "ask CivitAI by hash, no token")),
                    command(
                            "ls",
                            Group.DAILY,
                            "List what is known.",
                            "[SELECTOR...] [options]",
                            "0 done, 1 with --exit-code when not empty, 4 nothing fits",
                            LsCommand::new,
                            new Example("ls", "everything"),
                            new Example("ls detail --sort size:desc", "by name, the biggest first"),
                            new Example("ls -o paths -0", "for xargs -0")),
                    command(
                            "show",
                            Group.DAILY,
                            "Tell everything about one model.",
                            "SELECTOR [options]",
                            "0 done, 2 several fit, 4 nothing fits",
                            ShowCommand::new,
                            new Example("show detail", "by a part of its name"),
                            new Example("show 6ce0161689 --json", "by a hash from a prompt")),
                    command(
                            "inspect",
                            Group.DAILY,
                            "Tell what files are from their headers alone; nothing is remembered or sent.",
                            "PATH... [options]",
                            "0 done, 1 with --exit-code when DANGEROUS, 4 no such file, 7 unreadable",
                            InspectCommand::new,
                            new Example(
                                    "inspect model.safetensors", "type, base, precision, safety"),
                            new Example("inspect --why model.ckpt", "and how that was found out"),
                            new Example(
                                    "inspect --exit-code downloads", "exit 1 if one can run code"),
                            new Example("inspect downloads --jsonl", "one object a file")),
                    command(
                            "hash",
                            Group.DAILY,
                            "Print or check digests; reads and writes the lines of sha256sum.",
                            "PATH... [-a ALG,...] [options]",
                            "0 done, 1 a checksum differs, 4 no such file, 7 unreadable",
                            HashCommand::new,
                            new Example("hash model.safetensors", "SHA-256"),
                            new Example(
                                    "hash -a autov3,crc32 model.safetensors",
                                    "several in one read"),
                            new Example("hash -c models.sha256", "check a list")),
                    command(
                            "identify",
                            Group.DAILY,
                            "Ask providers who files are, by hash.",
                            "[SELECTOR...] [options]",
                            "0 done, 3 no token, 4 that one file is unknown, 5 no network, 6 rate limited",
                            IdentifyCommand::new,
                            new Example("identify --anonymous", "all that are not identified yet"),
                            new Example(
                                    "identify detail --anonymous", "those with this in their name"),
                            new Example("identify -n", "what would be asked"),
                            new Example(
                                    "identify detail.safetensors --set civitai:4201@130072",
                                    "your word stands against the site's")),
                    command(
                            "token",
                            Group.SETUP,
                            "Set, test and forget the tokens of providers.",
                            "[ls|set|test|rm] [PROVIDER] [--stdin]",
                            "0 done, 3 missing or not accepted, 5 no network",
                            TokenCommand::new,
                            new Example("token set civitai", "asks without showing it"),
                            new Example("token set civitai --stdin", "from another program"),
                            new Example("token ls", "where each token comes from")),
                    command(
                            "config",
                            Group.SETUP,
                            "Show and change settings.",
                            "[show|get|set|unset|path] [KEY] [VALUE] [--origin]",
                            "0 done, 2 no such setting",
                            ConfigCommand::new,
                            new Example("config show --origin", "every setting, and who set it"),
                            new Example("config set scan.hash true", "digests in every scan")),
                    command(
                            "algo",
                            Group.SETUP,
                            "List the hash algorithms.",
                            "[ls]",
                            "0 done",
                            AlgoCommand::new,
                            new Example("algo ls", "what each is for and who brings it")),
                    command(
                            "provider",
                            Group.SETUP,
                            "List the providers that can be asked.",
                            "[ls]",
                            "0 done",
                            ProviderCommand::new,
                            new Example(
                                    "provider ls", "servers, limits, and whether they are asked")),
                    command(
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
                    command(
                            "doctor",
                            Group.SETUP,
                            "Check that everything is as it should be.",
                            "[--fix]",
                            "0 all is well, 1 something is not",
                            DoctorCommand::new,
                            new Example("doctor", "asks no server"),
                            new Example("doctor -o md", "for a bug report")),
                    command(
                            "completion",
                            Group.SETUP,
                            "Print the script that makes Tab work in bash, zsh or fish.",
                            "bash|zsh|fish",
                            "0 done, 2 no such shell",
                            CompletionCommand::new,
                            new Example("completion bash", "see its first line")),
                    command(
                            "run",
                            Group.PROGRAM,
                            "Run the lines of a file.",
                            "FILE [-e]",
                            "the strongest of the lines",
                            RunCommand::new,
                            new Example(
                                    "run nightly.assay -e", "stop at the first line that fails")),
                    command(
                            "shell",
                            Group.PROGRAM,
                            "Open the interactive shell.",
                            "",
                            "0 done",
                            ShellCommand::new,
                            new Example("shell", "the same commands, with completion and history")),
                    command(
                            "help",
                            Group.PROGRAM,
                            "Tell about a command or a topic.",
                            "[COMMAND|TOPIC]",
                            "0 done, 4 no such page",
                            HelpCommand::new,
                            new Example("help scan", "a command"),
                            new Example("help exit-codes", "a topic")));

    /** Asked by scripts and not by people, so it is in no list. */
    private static final CommandInfo COMPLETE =
            command(
                    "__complete",
                    Group.PROGRAM,
                    "Suggest words.",
                    "WORD...",
                    "0",
                    CompleteCommand::new);

    private CommandTable() {}

    private static CommandInfo command(
            String name,
            Group group,
            String summary,
            String arguments,
            String exits,
            Supplier<Command> factory,
            Example... examples) {
        List<String> aliases = name.equals("ls") ? List.of("find") : List.of();
        return new CommandInfo(
                name, aliases, group, summary, arguments, List.of(examples), exits, factory);
    }

    static Optional<CommandInfo> find(String word) {
        return word.equals(COMPLETE.name())
                ? Optional.of(COMPLETE)
                : ALL.stream().filter(info -> info.isCalled(word)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(CommandInfo::name).toList();
    }
}
