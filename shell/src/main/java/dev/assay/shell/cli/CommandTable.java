package dev.assay.shell.cli;

import dev.assay.shell.command.program.CompleteCommand;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.CommandInfo.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every command there is. A small static table: the parser learns of a command only when it is
 * named, because registering all of them doubles the time of a start.
 */
final class CommandTable {
    static final List<CommandInfo> ALL =
            Stream.of(DailyCommands.ALL, TidyCommands.ALL, SetupCommands.ALL, ProgramCommands.ALL)
                    .flatMap(List::stream)
                    .toList();

    /** Asked by scripts and not by people, so they are in no list. */
    private static final List<CommandInfo> HIDDEN =
            List.of(
                    CommandInfo.of(
                            "__complete",
                            Group.PROGRAM,
                            "Suggest words.",
                            "WORD...",
                            "0",
                            CompleteCommand::new));

    private CommandTable() {}

    static Optional<CommandInfo> find(String word) {
        return Stream.concat(ALL.stream(), HIDDEN.stream())
                .filter(info -> info.isCalled(word))
                .findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(CommandInfo::name).toList();
    }
}
