package dev.assay.shell.help;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.CommandInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The pages of help: examples first, then options, no line over 100 columns. */
public final class HelpPages {
    private static final int LINE = 100;
    private static final int NAMES = 12;
    private static final int HEADS = 32;

    private final Screen screen;

    /** Prints to this screen. */
    public HelpPages(Screen screen) {
        this.screen = screen;
    }

    /** The overview. It touches no parser, so that the first word comes quickly. */
    public void overview(List<CommandInfo> commands) {
        screen.line(
                "Assay tells what your generative-AI model files are: type, base, safety, who made them.");
        screen.line("");
        example("assay scan ~/ComfyUI/models", "what is in this folder");
        example("assay inspect model.safetensors", "one file, no catalog, no network");
        example("assay hash model.safetensors", "its SHA-256, as sha256sum prints it");
        for (CommandInfo.Group group : CommandInfo.Group.values()) {
            group(group, commands);
        }
        screen.line("");
        screen.line(
                "assay COMMAND -h tells more, assay help COMMAND everything, assay help TOPIC of:");
        screen.line("  " + String.join(", ", HelpTopics.names()));
    }

    private void group(CommandInfo.Group group, List<CommandInfo> commands) {
        screen.line("");
        screen.line(Text.of(Style.BOLD, group.title()));
        for (CommandInfo command : commands) {
            if (command.group() == group) {
                screen.line(
                        Text.of("  ")
                                .and(Style.CYAN, pad(command.name(), NAMES))
                                .and(command.summary()));
            }
        }
    }

    /** The page of one command that fits on a screen: what {@code -h} shows. */
    public void brief(CommandInfo command, CommandSpec spec) {
        CommandPage page = CommandPage.of(command, spec);
        begin(page);
        options("Options", page.own());
        screen.line("");
        screen.line("Exit: " + command.exits());
        screen.line("This is -h; --help tells everything.");
    }

    /** The whole page of one command: what {@code --help} shows. */
    public void command(CommandInfo command) {
        CommandPage page = CommandPage.of(command);
        begin(page);
        for (String paragraph : command.details()) {
            screen.line("");
            wrap("", paragraph, 0);
        }
        options("Options", page.own());
        options("Options of every command", page.common());
        screen.line("");
        screen.line("Exit: " + command.exits());
    }

    private void begin(CommandPage page) {
        screen.line(page.info().summary());
        screen.line(Text.of("  " + page.usage()));
        screen.line("");
        page.info().examples().forEach(one -> example("assay " + one.line(), one.effect()));
    }

    private void options(String title, List<CommandPage.Option> options) {
        if (options.isEmpty()) {
            return;
        }
        screen.line("");
        screen.line(Text.of(Style.BOLD, title));
        for (CommandPage.Option option : options) {
            String indent = option.names().startsWith("--") ? "      " : "  ";
            wrap(pad(indent + option.head(), HEADS), option.description(), HEADS);
        }
    }

    private void wrap(String head, String words, int indent) {
        StringBuilder line = new StringBuilder(head);
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (!first && line.length() + 1 + word.length() > LINE) {
                screen.line(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        screen.line(line.toString());
    }

    /** {@return whether there is such a topic, after printing it} */
    public boolean topic(String name) {
        if (name.equals("exit-codes")) {
            Arrays.stream(ExitCode.values())
                    .forEach(code -> screen.line(pad("  " + code.number(), 7) + code.meaning()));
            return true;
        }
        Optional<List<String>> lines = HelpTopics.lines(name);
        lines.ifPresent(all -> all.forEach(screen::line));
        return lines.isPresent();
    }

    private void example(String line, String effect) {
        screen.line(Text.of("  ").and(Style.CYAN, pad(line, 46)).and(" " + effect));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
