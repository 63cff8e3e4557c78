package dev.assay.shell.option;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command takes on its line. It is told to the parser in code: to look for annotations takes
 * the parser longer than a short command runs.
 *
 * <p>Names are written as help shows them, the short one first: {@code "-n, --dry-run"}.
 */
public final class Options {
    private static final String SEPARATOR = ", ";

    private final CommandSpec spec = CommandSpec.create();

    /** {@return a switch} */
    public Flag flag(String names, String description) {
        Flag flag = new Flag();
        spec.addOption(
                named(names, description).arity("0").type(boolean.class).setter(flag).build());
        return flag;
    }

    /** {@return an option that the next word or what follows its {@code =} belongs to} */
    public Value value(String names, String label, String description) {
        return value(names, label, "1", description);
    }

    /** {@return an option that may have a value behind {@code =}} */
    public Value perhapsValue(String names, String label, String description) {
        return value(names, label, "0..1", description);
    }

    private Value value(String names, String label, String arity, String description) {
        Value value = new Value();
        spec.addOption(
                named(names, description)
                        .arity(arity)
                        .type(String.class)
                        .paramLabel(label)
                        .setter(value)
                        .build());
        return value;
    }

    /** {@return an option whose value is a whole number} */
    public Count count(String names, String label, String description) {
        Count count = new Count();
        spec.addOption(
                named(names, description)
                        .arity("1")
                        .type(int.class)
                        .paramLabel(label)
                        .setter(count)
                        .build());
        return count;
    }

    /** {@return an option with a value, which may be given again} */
    public Words values(String names, String label, String description) {
        Words words = new Words();
        spec.addOption(
                named(names, description)
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel(label)
                        .setter(words)
                        .getter(words)
                        .build());
        return words;
    }

    /**
     * {@return the words that are no options}
     *
     * @param arity how many there may be, such as {@code 0..*}
     */
    public Words words(String label, String arity, String description) {
        Words words = new Words();
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity(arity)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel(label)
                        .description(description)
                        .setter(words)
                        .getter(words)
                        .build());
        return words;
    }

    private static OptionSpec.Builder named(String names, String description) {
        int second = names.indexOf(SEPARATOR);
        OptionSpec.Builder option =
                second < 0
                        ? OptionSpec.builder(names)
                        : OptionSpec.builder(
                                names.substring(0, second),
                                names.substring(second + SEPARATOR.length()));
        return option.description(description);
    }

    /** {@return all of it, as the parser wants it} */
    public CommandSpec spec() {
        return spec;
    }
}
