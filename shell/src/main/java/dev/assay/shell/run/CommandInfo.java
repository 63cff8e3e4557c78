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
        Supplier<Command> factory) {

    /** The parts of the overview. */
    public enum Group {
        /** What is used every day. */
        DAILY,
        /** What is used once. */
        SETUP,
        /** About the program itself. */
        PROGRAM
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
                name, List.of(), group, summary, arguments, List.of(examples), exits, factory);
    }

    /** {@return the same command, which answers to these names too} */
    public CommandInfo alias(String... others) {
        return new CommandInfo(
                name, List.of(others), group, summary, arguments, examples, exits, factory);
    }

    /** {@return whether it answers to this name} */
    public boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }
}
