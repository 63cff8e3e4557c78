package dev.assay.shell.cli;

import dev.assay.shell.command.digest.HashCommand;
import dev.assay.shell.command.models.IdentifyCommand;
import dev.assay.shell.command.models.InspectCommand;
import dev.assay.shell.command.models.LsCommand;
import dev.assay.shell.command.models.SavedCommand;
import dev.assay.shell.command.models.ScanCommand;
import dev.assay.shell.command.models.SearchCommand;
import dev.assay.shell.command.models.ShowCommand;
import dev.assay.shell.command.models.StatsCommand;
import dev.assay.shell.command.models.VerifyCommand;
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
                                            "scan ~/ComfyUI/models",
                                            "headers only: seconds for thousands"),
                                    new Example(
                                            "scan ~/ComfyUI/models --hash",
                                            "and the digests of every file"),
                                    new Example(
                                            "scan ~/ComfyUI/models --json",
                                            "one document for scripts"),
                                    new Example(
                                            "scan --identify all --anonymous",
                                            "ask CivitAI by hash, no token"))
                            .explained(
                                    "A scan walks folders and tells what each model file is "
                                            + "from its header: seconds for thousands of files. Files "
                                            + "that did not change since the last scan are not read at "
                                            + "all; moved ones keep their digests; those that are gone "
                                            + "are kept as missing until prune forgets them. A folder "
                                            + "that is not there or is empty loses nothing.",
                                    "Without a folder it scans those that it knows. With "
                                            + "--hash it reads every file once for all digests; "
                                            + "without, only files that a look-up needs. Nothing is "
                                            + "asked of any server until a token is set or --anonymous "
                                            + "says so. Ctrl-C stops it at any moment; the same "
                                            + "command goes on."),
                    CommandInfo.of(
                                    "ls",
                                    Group.DAILY,
                                    "List what is known.",
                                    "[SELECTOR...] [options]",
                                    "0 done, 1 with --exit-code when not empty, 4 no such name, path or"
                                            + " hash",
                                    LsCommand::new,
                                    new Example("ls", "everything"),
                                    new Example(
                                            "ls detail --sort size:desc",
                                            "by name, the biggest first"),
                                    new Example("ls -o paths -0", "for xargs -0"),
                                    new Example(
                                            "ls type:checkpoint older:1y --save bigold",
                                            "saved:bigold stands for the words from now on"))
                            .explained(
                                    "A SELECTOR is a path or folder, a root (comfy:), a "
                                            + "glob, a row of the last list (%3, _), a hash or its "
                                            + "start, a model at a provider (civitai:4201, a pasted "
                                            + "link, an AIR), part of a name, or a filter such as "
                                            + "type:lora; all must fit. See: assay help filters.",
                                    "On a terminal it is a table, elsewhere tab-separated "
                                            + "lines without a heading: -o and -F choose the form and "
                                            + "the columns. Filters may leave nothing: an empty list and "
                                            + "exit 0. A name, path or hash that nothing fits is exit 4.")
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
                                    new Example(
                                            "show 6ce0161689 --json", "by a hash from a prompt"))
                            .explained(
                                    "When several models fit they are listed instead, and "
                                            + "the exit code is 2; --all shows every one."),
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
                                    new Example("hash -c models.sha256", "check a list"))
                            .explained(
                                    "One algorithm prints the lines of sha256sum, several "
                                            + "print the tagged lines of BSD; sha256sum -c reads both. "
                                            + "Folders mean the model files below them, - is standard "
                                            + "input, and whatever ls takes as a selector is taken "
                                            + "here too; a mere word must fit one model, and a name "
                                            + "with an ending is that of a file here. The bytes are "
                                            + "read unless --cached takes the digest of an unchanged "
                                            + "file from the catalog.",
                                    "-c reads the lines of sha256sum and its kin, of shasum, b2sum, "
                                            + "b3sum, cksum, rhash and openssl."),
                    CommandInfo.of(
                                    "identify",
                                    Group.DAILY,
                                    "Ask providers who files are, by hash.",
                                    "[SELECTOR...] [options]",
                                    "0 done, 3 no token, 4 that one file is unknown, 5 no network, 6 rate limited",
                                    IdentifyCommand::new,
                                    new Example(
                                            "identify --anonymous",
                                            "all that are not identified yet"),
                                    new Example(
                                            "identify detail --anonymous",
                                            "those with this in their name"),
                                    new Example("identify -n", "what would be asked"),
                                    new Example(
                                            "identify detail.safetensors --set civitai:4201@130072 --anonymous",
                                            "your word stands"))
                            .explained(
                                    "Files are asked about by hash only: no name and no file "
                                            + "leaves the machine. First come bulk questions by "
                                            + "SHA-256, then single ones for what is still unknown, at "
                                            + "most --max-requests a run; the rest is asked in the "
                                            + "next. An answer is kept; what is not found is asked "
                                            + "again after a week, growing to a month.",
                                    "What you say with --set or --reject stands against "
                                            + "every provider until --forget."),
                    CommandInfo.of(
                                    "search",
                                    Group.DAILY,
                                    "Find models by name, creator, tags, trigger words or notes.",
                                    "WORD... [options]",
                                    "0 done, 4 nothing fits",
                                    SearchCommand::new,
                                    new Example("search anime style", "both words, in any text"),
                                    new Example("search ohwx type:lora", "with filters"))
                            .explained(
                                    "Every word must be found in one of these texts: the "
                                            + "name of the file, the name and the creator of the "
                                            + "model, tags, trigger words, your note. Words with a "
                                            + "colon are filters, as for ls."),
                    CommandInfo.of(
                                    "verify",
                                    Group.DAILY,
                                    "Read hashed files again and tell rot from an edit.",
                                    "[SELECTOR...] [options]",
                                    "0 good, 1 rot or another difference, 7 unreadable, 9 refused",
                                    VerifyCommand::new,
                                    new Example("verify", "every hashed file"),
                                    new Example(
                                            "verify --subset 5% -q",
                                            "those longest unread, for cron; silent when good"),
                                    new Example(
                                            "verify --against models.sha256",
                                            "a list of checksums"),
                                    new Example("verify detail --deep", "the structure too"))
                            .explained(
                                    "The marks are those of rclone: = good, * other bytes, ~ "
                                            + "edited, - missing, ! unreadable. Rot is told from an "
                                            + "edit: size and date are the same and the bytes are not. "
                                            + "An edit is no failure; the next scan takes it over. The "
                                            + "block of 16 MiB in which the bytes first differ is "
                                            + "named, and so are other files that should have the "
                                            + "right bytes.",
                                    "--repair copies such a file, reads the copy back, and "
                                            + "only then puts it in the place of the rotten one, which "
                                            + "is kept under a name that ends in .rotten-1. --against "
                                            + "civitai compares with what the site published, "
                                            + "--against FILE with a list of checksums: each "
                                            + "file that it names is read, whatever the catalog "
                                            + "knows of it, and one that is missing, unreadable or "
                                            + "edited is a difference.",
                                    "--subset 5% or 200G takes the files that were not read "
                                            + "for the longest time, 3/7 a fixed seventh of all."),
                    CommandInfo.of(
                                    "stats",
                                    Group.DAILY,
                                    "Show models in numbers.",
                                    "[SELECTOR...] [options]",
                                    "0 done, 4 nothing is known yet",
                                    StatsCommand::new,
                                    new Example("stats", "by type and base"),
                                    new Example(
                                            "stats type:lora --by creator,month", "of LoRAs only"))
                            .explained(
                                    "A file with several names, hard or symbolic links, counts as a "
                                            + "model by each of them, and its bytes count once."));

    private DailyCommands() {}
}
