package dev.assay.shell.help;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.CommandInfo;
import java.util.ArrayList;
import java.util.List;

/** Every command on one Markdown page, for the documentation. */
public final class MarkdownPage {
    private final List<String> lines = new ArrayList<>();

    private MarkdownPage() {}

    /** {@return the page of these commands, with a line feed at its end} */
    public static String of(List<CommandInfo> commands) {
        MarkdownPage page = new MarkdownPage();
        page.begin(commands);
        commands.forEach(command -> page.command(CommandPage.of(command)));
        page.common(CommandPage.of(commands.getFirst()).common());
        page.exits();
        return String.join("\n", page.lines) + "\n";
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private void begin(List<CommandInfo> commands) {
        add(
                "# Commands",
                "",
                "This page is made from the program: `assay man --markdown` prints it. `assay COMMAND -h`"
                        + " shows the same in the terminal, `assay man --dir DIR` writes manual pages.");
        for (CommandInfo.Group group : CommandInfo.Group.values()) {
            add("", "**" + group.title() + "**", "", "| command | what it does |", "|---|---|");
            commands.stream()
                    .filter(command -> command.group() == group)
                    .forEach(command ->
                            add(
                                    "| [`%1$s`](#%1$s) | %2$s |"
                                            .formatted(command.name(), cell(command.summary()))));
        }
    }

    private void command(CommandPage page) {
        CommandInfo info = page.info();
        add("", "## " + info.name(), "", prose(info.summary()), "", "`" + page.usage() + "`");
        info.details().forEach(paragraph -> add("", prose(paragraph)));
        add("", "| example | effect |", "|---|---|");
        info.examples()
                .forEach(one ->
                        add("| `assay %s` | %s |".formatted(code(one.line()), cell(one.effect()))));
        if (!page.own().isEmpty()) {
            add("");
            options(page.own());
        }
        add("", "Exit codes: " + info.exits() + ".");
    }

    private void options(List<CommandPage.Option> options) {
        add("| option | what it does |", "|---|---|");
        options.forEach(
                one -> add("| `%s` | %s |".formatted(code(one.head()), cell(one.description()))));
    }

    private void common(List<CommandPage.Option> options) {
        add("", "## Options of every command", "");
        options(options);
    }

    private void exits() {
        add("", "## Exit codes", "", "| code | meaning |", "|---|---|");
        for (ExitCode code : ExitCode.values()) {
            add("| %d | %s |".formatted(code.number(), code.meaning()));
        }
    }

    private static String code(String text) {
        return text.replace("|", "\\|");
    }

    private static String cell(String text) {
        return prose(text).replace("|", "\\|");
    }

    /** A star or a bracket is one, and no emphasis or tag. */
    private static String prose(String text) {
        return text.replace("*", "\\*").replace("<", "&lt;");
    }
}
