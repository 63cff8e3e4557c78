package dev.assay.shell.run;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages of help: examples first, then options, no line over 100 columns. */
public final class HelpPages {
    private static final int LINE = 100;

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
        screen.line("assay help COMMAND tells more, assay help TOPIC too:");
        screen.line("  " + String.join(", ", HelpTopics.names()));
    }

    private void group(CommandInfo.Group group, List<CommandInfo> commands) {
        screen.line("");
        screen.line(
                Text.of(
                        Style.BOLD,
                        switch (group) {
                            case DAILY -> "Every day";
                            case SETUP -> "Set-up";
                            case PROGRAM -> "The program";
                        }));
        for (CommandInfo command : commands) {
            if (command.group() == group) {
                screen.line(
                        Text.of("  ")
                                .and(Style.CYAN, pad(command.name(), 12))
                                .and(command.summary()));
            }
        }
    }

    /** The page of one command. */
    public void command(CommandInfo command, CommandSpec spec) {
        screen.line(command.summary());
        screen.line(Text.of("  assay " + command.name() + " " + command.arguments()));
        screen.line("");
        command.examples().forEach(one -> example("assay " + one.line(), one.effect()));
        List<OptionSpec> own = new ArrayList<>();
        List<OptionSpec> common = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            (isCommon(option) ? common : own).add(option);
        }
        options("Options", own);
        options("Options of every command", common);
        screen.line("");
        screen.line("Exit: " + command.exits());
    }

    private static boolean isCommon(OptionSpec option) {
        return option.userObject() instanceof java.lang.reflect.Field field
                && field.getDeclaringClass() == GlobalOptions.class;
    }

    private void options(String title, List<OptionSpec> options) {
        if (options.isEmpty()) {
            return;
        }
        screen.line("");
        screen.line(Text.of(Style.BOLD, title));
        options.forEach(this::option);
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        String shortPad = option.names()[0].startsWith("--") ? "    " : "";
        String value =
                option.typeInfo().isBoolean()
                                || option.typeInfo().getClassName().equals("boolean[]")
                                || option.typeInfo().isArray()
                        ? ""
                        : (option.arity().min() == 0
                                ? "[=" + option.paramLabel() + "]"
                                : " " + option.paramLabel());
        String head = "  " + shortPad + names + value;
        wrap(pad(head, 32), String.join(" ", option.description()));
    }

    private void wrap(String head, String words) {
        String line = head;
        String indent = " ".repeat(32);
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (line.length() + 1 + word.length() > LINE) {
                screen.line(line);
                line = indent;
                first = true;
            }
            line += (first && line.equals(indent) ? "" : " ") + word;
            first = false;
        }
        screen.line(line);
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
