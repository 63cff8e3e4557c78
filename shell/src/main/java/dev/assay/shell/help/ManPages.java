package dev.assay.shell.help;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.CommandInfo;
import java.util.List;

/**
 * The manual in the language of {@code man}: a page of its own for the program, and each command.
 */
public final class ManPages {
    private static final String SECTION = "1";

    private final List<CommandInfo> commands;

    /** Writes the manual of these commands. */
    public ManPages(List<CommandInfo> commands) {
        this.commands = List.copyOf(commands);
    }

    /** {@return the name of a command's file} */
    public static String fileName(CommandInfo command) {
        return "assay-" + command.name() + "." + SECTION;
    }

    /** {@return the name of the program's file} */
    public static String fileName() {
        return "assay." + SECTION;
    }

    /** {@return the page {@code assay(1)}} */
    public String program() {
        Roff page = new Roff("assay", "tell what generative-AI model files are");
        page.section("SYNOPSIS").bold("assay").text("COMMAND [SELECTOR...] [OPTIONS]");
        page.section("DESCRIPTION")
                .text(
                        "Assay walks model folders, tells what each file is from its header alone,"
                                + " computes the hashes that the ecosystem uses, asks CivitAI who the"
                                + " file is, and remembers it in a catalog. Without a command, on a"
                                + " terminal, it opens a shell with the same commands.");
        for (CommandInfo.Group group : CommandInfo.Group.values()) {
            page.section(group.title().toUpperCase(java.util.Locale.ROOT));
            commands.stream()
                    .filter(command -> command.group() == group)
                    .forEach(command ->
                            page.item(
                                    "assay-" + command.name() + "(" + SECTION + ")",
                                    command.summary()));
        }
        options(
                page.section("OPTIONS OF EVERY COMMAND"),
                CommandPage.of(commands.getFirst()).common());
        topic(page, "SELECTORS AND FILTERS", "filters");
        exits(page);
        topic(page, "ENVIRONMENT", "environment");
        page.section("FILES")
                .item("$XDG_CONFIG_HOME/assay/config.toml", "settings; tokens.toml beside it")
                .item("$XDG_DATA_HOME/assay/", "the catalog and plugins")
                .item("$XDG_STATE_HOME/assay/", "history, logs, crash reports");
        return page.toString();
    }

    /** {@return the page of one command} */
    public String command(CommandInfo command) {
        CommandPage page = CommandPage.of(command);
        Roff roff = new Roff("assay-" + command.name(), command.summary());
        roff.section("SYNOPSIS").bold("assay " + command.name()).text(command.arguments());
        if (!command.details().isEmpty()) {
            roff.section("DESCRIPTION");
            command.details().forEach(roff::paragraph);
        }
        roff.section("EXAMPLES");
        command.examples().forEach(one -> roff.item("assay " + one.line(), one.effect()));
        if (!page.own().isEmpty()) {
            options(roff.section("OPTIONS"), page.own());
        }
        roff.section("EXIT STATUS").text(command.exits());
        roff.section("SEE ALSO").bold("assay(1)").text("has the options of every command");
        return roff.toString();
    }

    private static void options(Roff page, List<CommandPage.Option> options) {
        options.forEach(option -> page.item(option.head(), option.description()));
    }

    private static void topic(Roff page, String title, String topic) {
        page.section(title).verbatim(HelpTopics.lines(topic).orElse(List.of()));
    }

    private static void exits(Roff page) {
        page.section("EXIT STATUS");
        for (ExitCode code : ExitCode.values()) {
            page.item(Integer.toString(code.number()), code.meaning());
        }
    }
}
