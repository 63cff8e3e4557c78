package dev.assay.shell.cli;

import dev.assay.shell.command.library.CatalogCommand;
import dev.assay.shell.command.library.PruneCommand;
import dev.assay.shell.command.library.RootCommand;
import dev.assay.shell.command.models.NoteCommand;
import dev.assay.shell.command.models.TagCommand;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.CommandInfo.Example;
import dev.assay.shell.run.CommandInfo.Group;
import java.util.List;

/** The commands that keep a library in order. */
final class TidyCommands {
    static final List<CommandInfo> ALL =
            List.of(
                    CommandInfo.of(
                                    "root",
                                    Group.TIDY,
                                    "Give model folders names, so that comfy:loras means one.",
                                    "[ls|add|rm|rename|detect] [FOLDER] [NAME]",
                                    "0 done, 2 no such folder or name taken, 4 no such root",
                                    RootCommand::new,
                                    new Example(
                                            "root detect",
                                            "looks in the usual places; changes nothing"),
                                    new Example(
                                            "root add ~/ComfyUI/models comfy", "names a folder"),
                                    new Example(
                                            "root ls", "what is known, and whether it is there"),
                                    new Example(
                                            "root rm comfy",
                                            "takes the name away, forgets no file"))
                            .explained(
                                    "A root is a folder with a name. Naming it writes "
                                            + "nothing into it, and taking the name away forgets no "
                                            + "file. comfy: means the whole root and comfy:loras what "
                                            + "lies below, in every command that takes files. detect "
                                            + "knows ComfyUI with its extra_model_paths.yaml, A1111, "
                                            + "Forge, Stability Matrix, and the cache of Hugging Face, "
                                            + "which is left alone."),
                    CommandInfo.of(
                                    "tag",
                                    Group.TIDY,
                                    "Give files words of your own, which go with their bytes.",
                                    "[ls|add|rm] [TAG] [SELECTOR...]",
                                    "0 done, 4 nothing fits",
                                    TagCommand::new,
                                    new Example("tag add keep type:lora", "ls tag:keep finds them"),
                                    new Example("tag rm keep detail", "one without it again"),
                                    new Example("tag ls", "which there are"))
                            .explained(
                                    "Tags go with the bytes of a file: a copy has them too, "
                                            + "and a file that is moved or renamed keeps them. They "
                                            + "are found by tag: and kept by catalog export."),
                    CommandInfo.of(
                                    "note",
                                    Group.TIDY,
                                    "Keep a remark on files, which goes with their bytes.",
                                    "[SELECTOR...] [-m TEXT | --rm]",
                                    "0 done, 4 nothing fits",
                                    NoteCommand::new,
                                    new Example(
                                            "note detail -m strong",
                                            "show and ls note:strong find it"),
                                    new Example("note", "every file that has one"),
                                    new Example("note detail --rm", "takes it away"))
                            .explained("A note goes with the bytes of a file, as tags do."),
                    CommandInfo.of(
                                    "prune",
                                    Group.TIDY,
                                    "Forget files that have been missing for long.",
                                    "[SELECTOR...] [--gone AGE] [-n]",
                                    "0 done, 9 refused",
                                    PruneCommand::new,
                                    new Example("prune -n", "what would be forgotten"),
                                    new Example(
                                            "prune --gone 0d --yes", "all that are missing now"))
                            .explained(
                                    "A file that a scan no longer finds is kept as missing, "
                                            + "with all that is known of it, since drives come back. "
                                            + "prune forgets those that have been missing for 90 days "
                                            + "or as long as --gone says. Tags, notes and decisions "
                                            + "are kept in any case and come back with the bytes."),
                    CommandInfo.of(
                                    "catalog",
                                    Group.TIDY,
                                    "Check, copy and compact what is remembered.",
                                    "[info|check|backup|restore|compact|export|import] [FILE]",
                                    "0 done, 1 damage found, 4 no catalog, 8 unusable, 9 refused",
                                    CatalogCommand::new,
                                    new Example(
                                            "catalog info", "where it is, and how much is in it"),
                                    new Example("catalog check", "reads every row"),
                                    new Example(
                                            "catalog backup assay-backup.db", "while it is in use"),
                                    new Example(
                                            "catalog check assay-backup.db", "is the copy sound?"),
                                    new Example(
                                            "catalog export mine.jsonl",
                                            "tags, notes and your decisions, as JSON lines"))
                            .explained(
                                    "The catalog is one SQLite file. backup copies it while "
                                            + "it is in use; restore puts a copy in its place and "
                                            + "keeps the present one. check reads every row: one that "
                                            + "does not match its checksum is never believed, and "
                                            + "--repair drops it.",
                                    "export writes what only you can know (tags, notes, "
                                            + "--set and --reject) as JSON lines, import takes them "
                                            + "over and replaces nothing. - is standard input or "
                                            + "output."));

    private TidyCommands() {}
}
