package dev.assay.shell.help;

import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.CommandInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The pages of help: examples first, then options, no line over 100 columns, nor wider than the
 * screen.
 */
public final class HelpPages {
    private static final int LINE = 100;
    private static final int NAMES = 12;
    private static final int HEADS = 32;
    private static final int EXAMPLE = 47;
    private static final int EXIT = 6;
    private static final Pattern ROW = Pattern.compile("( *(?:\\S+ )*\\S+ {2,}| +)\\S.*");

    private final Screen screen;

    /** Prints to this screen. */
    public HelpPages(Screen screen) {
        this.screen = screen;
    }

    /** The overview. It touches no parser, so that the first word comes quickly. */
    public void overview(List<CommandInfo> commands) {
        words(
                "Assay tells what your generative-AI model files are: type, base, safety, who made them.");
        screen.line("");
        example("assay scan ~/ComfyUI/models", "what is in this folder");
        example("assay inspect model.safetensors", "one file, no catalog, no network");
        example("assay hash model.safetensors", "its SHA-256, as sha256sum prints it");
        for (CommandInfo.Group group : CommandInfo.Group.values()) {
            group(group, commands);
        }
        screen.line("");
        words("assay COMMAND -h tells more, assay help COMMAND everything, assay help TOPIC of:");
        screen.hanging(Style.PLAIN, "  ", String.join(", ", HelpTopics.names()), 2, LINE);
    }

    private void group(CommandInfo.Group group, List<CommandInfo> commands) {
        screen.line("");
        screen.line(Text.of(Style.BOLD, group.title()));
        for (CommandInfo command : commands) {
            if (command.group() == group) {
                String head = "  " + pad(command.name(), NAMES);
                screen.hanging(Style.CYAN, head, command.summary(), head.length(), LINE);
            }
        }
    }

    /** The page of one command that fits on a screen: what {@code -h} shows. */
    public void brief(CommandInfo command, CommandSpec spec) {
        CommandPage page = CommandPage.of(command, spec);
        begin(page);
        options("Options", page.own());
        screen.line("");
        screen.hanging(Style.PLAIN, "Exit: ", command.exits(), EXIT, LINE);
        screen.line("This is -h; --help tells everything.");
    }

    /** The whole page of one command: what {@code --help} shows. */
    public void command(CommandInfo command) {
        CommandPage page = CommandPage.of(command);
        begin(page);
        for (String paragraph : command.details()) {
            screen.line("");
            words(paragraph);
        }
        options("Options", page.own());
        options("Options of every command", page.common());
        screen.line("");
        screen.hanging(Style.PLAIN, "Exit: ", command.exits(), EXIT, LINE);
    }

    private void begin(CommandPage page) {
        words(page.info().summary());
        screen.hanging(Style.PLAIN, "  ", page.usage(), EXIT, LINE);
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
            String head = pad(indent + option.head(), HEADS);
            screen.hanging(Style.PLAIN, head, option.description(), HEADS, LINE);
        }
    }

    private void words(String sentence) {
        screen.hanging(Style.PLAIN, "", sentence, 0, LINE);
    }

    /** A line of a topic: what stands behind the first wide gap is told of what stands before. */
    private void laidOut(String line) {
        Matcher row = ROW.matcher(line);
        String head = row.matches() ? row.group(1) : "";
        if (line.length() <= screen.look().width()) {
            screen.line(line);
        } else {
            screen.hanging(Style.PLAIN, head, line.substring(head.length()), head.length(), LINE);
        }
    }

    /** {@return whether there is such a topic, after printing it} */
    public boolean topic(String name) {
        Optional<List<String>> lines = HelpTopics.lines(name);
        lines.ifPresent(all -> all.forEach(this::laidOut));
        return lines.isPresent();
    }

    private void example(String line, String effect) {
        String head = "  " + pad(line, EXAMPLE);
        screen.hanging(Style.CYAN, head, effect, head.length(), LINE);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
