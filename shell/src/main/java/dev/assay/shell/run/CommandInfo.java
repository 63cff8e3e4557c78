package dev.assay.shell.run;

import java.util.List;
import java.util.function.Supplier;

/**
 * One command as the list of commands knows it, without touching the parser.
 *
 * @param name what is typed
 * @param aliases other names
 * @param group where the overview lists it
 * @param summary one line
 * @param arguments what follows the name in a usage line
 * @param examples typed lines with what they do; every one is parsed and run by a test
 * @param exits its exit codes in words
 * @param details paragraphs for who wants to know everything
 * @param factory makes the command
 */
public record CommandInfo(
        String name,
        List<String> aliases,
        Group group,
        String summary,
        String arguments,
        List<Example> examples,
        String exits,
        List<String> details,
        Supplier<Command> factory) {

    /** Copies the lists. */
    public CommandInfo {
        aliases = List.copyOf(aliases);
        examples = List.copyOf(examples);
        details = List.copyOf(details);
    }

    /** The parts of the overview. */
    public enum Group {
        /** What is used every day. */
        DAILY,
        /** What keeps a library in order. */
        TIDY,
        /** What is used once. */
        SETUP,
        /** About the program itself. */
        PROGRAM;

        /** {@return its heading} */
        public String title() {
            return switch (this) {
                case DAILY -> "Every day";
                case TIDY -> "Keep order";
                case SETUP -> "Set-up";
                case PROGRAM -> "The program";
            };
        }
    }

    /**
     * A line to type.
     *
     * @param line without the {@code assay} before it
     * @param effect what it does
     */
    public record Example(String line, String effect) {}

    /** {@return a command without other names} */
    public static CommandInfo of(
            String name,
            Group group,
            String summary,
            String arguments,
            String exits,
            Supplier<Command> factory,
            Example... examples) {
        return new CommandInfo(
                name,
                List.of(),
                group,
                summary,
                arguments,
                List.of(examples),
                exits,
                List.of(),
                factory);
    }

    /** {@return the same command, which answers to these names too} */
    public CommandInfo alias(String... others) {
        return new CommandInfo(
                name,
                List.of(others),
                group,
                summary,
                arguments,
                examples,
                exits,
                details,
                factory);
    }

    /** {@return the same command with these paragraphs on its full page} */
    public CommandInfo explained(String... paragraphs) {
        return new CommandInfo(
                name,
                aliases,
                group,
                summary,
                arguments,
                examples,
                exits,
                List.of(paragraphs),
                factory);
    }

    /** {@return whether it answers to this name} */
    public boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }
}
