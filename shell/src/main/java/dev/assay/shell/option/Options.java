package dev.assay.shell.option;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

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
        return add(named(names, description).arity("0").type(boolean.class), new Flag());
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
        OptionSpec.Builder option = named(names, description).arity(arity).paramLabel(label);
        return add(option.type(String.class), new Value());
    }

    /** {@return an option whose value is a whole number from 0} */
    public Count count(String names, String label, String description) {
        OptionSpec.Builder option = named(names, description).arity("1").paramLabel(label);
        return add(option.type(int.class).converters(Count::parse), new Count());
    }

    /** {@return an option with a value, which may be given again} */
    public Words values(String names, String label, String description) {
        Words words = new Words();
        OptionSpec.Builder option = named(names, description).arity("1").paramLabel(label);
        return add(option.type(List.class).auxiliaryTypes(String.class).getter(words), words);
    }

    private <S extends ISetter> S add(OptionSpec.Builder option, S given) {
        spec.addOption(option.setter(given).build());
        return given;
    }

    /**
     * {@return the words that are no options}
     *
     * @param arity how many there may be, such as {@code 0..*}
     */
    public Words words(String label, String arity, String description) {
        int most = Range.valueOf(arity).max();
        boolean bounded = most != Integer.MAX_VALUE;
        Words words = new Words();
        // The arity is that of one place in the line: the places bound how many words there are.
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index(bounded ? "0.." + (most - 1) : "0..*")
                        .arity(bounded ? "0..1" : arity)
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
