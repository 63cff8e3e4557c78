package dev.assay.shell.cli;

import dev.assay.shell.command.digest.HashCommand;
import dev.assay.shell.command.models.IdentifyCommand;
import dev.assay.shell.command.models.InspectCommand;
import dev.assay.shell.command.models.LsCommand;
import dev.assay.shell.command.models.SavedCommand;
import dev.assay.shell.command.models.ScanCommand;
import dev.assay.shell.command.models.ShowCommand;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.CommandInfo.Example;
import dev.assay.shell.run.CommandInfo.Group;
import java.util.List;

/** The commands of every day. */
final class DailyCommands {
    static final List<CommandInfo> ALL =
            List.of(
                    CommandInfo.of(
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
                    CommandInfo.of(
                                    "ls",
                                    Group.DAILY,
                                    "List what is known.",
                                    "[SELECTOR...] [options]",
                                    "0 done, 1 with --exit-code when not empty, 4 nothing fits",
                                    LsCommand::new,
                                    new Example("ls", "everything"),
                                    new Example(
                                            "ls detail --sort size:desc",
                                            "by name, the biggest first"),
                                    new Example("ls -o paths -0", "for xargs -0"),
                                    new Example(
                                            "ls type:checkpoint older:1y --save bigold",
                                            "saved:bigold stands for the words from now on"))
                            .alias("find"),
                    CommandInfo.of(
                            "saved",
                            Group.DAILY,
                            "List and forget saved searches.",
                            "[ls|rm] [NAME ...]",
                            "0 done, 4 no such search",
                            SavedCommand::new,
                            new Example("saved", "each search and its words")),
                    CommandInfo.of(
                            "show",
                            Group.DAILY,
                            "Tell everything about one model.",
                            "SELECTOR [options]",
                            "0 done, 2 several fit, 4 nothing fits",
                            ShowCommand::new,
                            new Example("show detail", "by a part of its name"),
                            new Example("show 6ce0161689 --json", "by a hash from a prompt")),
                    CommandInfo.of(
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
                    CommandInfo.of(
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
                    CommandInfo.of(
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
                                    "your word stands against the site's")));

    private DailyCommands() {}
}
