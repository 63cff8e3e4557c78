package dev.assay.shell.cli;

import dev.assay.shell.command.program.HelpCommand;
import dev.assay.shell.command.program.ManCommand;
import dev.assay.shell.command.program.RunCommand;
import dev.assay.shell.command.program.ShellCommand;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.CommandInfo.Example;
import dev.assay.shell.run.CommandInfo.Group;
import java.util.List;

/** The commands about the program itself. */
final class ProgramCommands {
    static final List<CommandInfo> ALL =
            List.of(
                    CommandInfo.of(
                                    "run",
                                    Group.PROGRAM,
                                    "Run the lines of a file.",
                                    "FILE [-e]",
                                    "the strongest of the lines",
                                    RunCommand::new,
                                    new Example(
                                            "run nightly.assay -e",
                                            "stop at the first line that fails"),
                                    new Example(
                                            "run nightly.assay --catalog nas.db --offline",
                                            "options that hold for every line"))
                            .explained(
                                    "A line is what one types into the shell: a command, with "
                                            + "quotes, > and |, or use, set and unset, which hold "
                                            + "for the lines after it. Lines that begin with # are "
                                            + "left out. Each line waits for the one before it, so "
                                            + "there are no jobs here."),
                    CommandInfo.of(
                            "shell",
                            Group.PROGRAM,
                            "Open the interactive shell.",
                            "",
                            "0 done",
                            ShellCommand::new,
                            new Example("shell", "the same commands, with completion and history"),
                            new Example(
                                    "shell --catalog nas.db",
                                    "a setting for as long as it is open")),
                    CommandInfo.of(
                            "help",
                            Group.PROGRAM,
                            "Tell about a command or a topic.",
                            "[COMMAND|TOPIC]",
                            "0 done, 4 no such page",
                            HelpCommand::new,
                            new Example("help scan", "a command"),
                            new Example("help exit-codes", "a topic")),
                    CommandInfo.of(
                            "man",
                            Group.PROGRAM,
                            "Write the manual pages.",
                            "[COMMAND] [--dir DIR | --markdown]",
                            "0 done, 2 no such command, 9 cannot be written",
                            ManCommand::new,
                            new Example("man", "assay(1), for: assay man | man -l -"),
                            new Example("man --dir man/man1", "a page for every command")));

    private ProgramCommands() {}
}
