package dev.assay.shell.help;

import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.GlobalOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What there is to say of a command, from which every form of its page is made: help, the manual
 * and the documentation.
 *
 * @param info what the list of commands knows
 * @param own its options
 * @param common the options that every command has
 */
record CommandPage(CommandInfo info, List<Option> own, List<Option> common) {
    private static final Set<String> COMMON = GlobalOptions.names();

    /**
     * An option.
     *
     * @param names the short one first, with commas between them
     * @param value what follows it, with the blank or {@code =} before it; empty for a switch
     * @param description what it does
     */
    record Option(String names, String value, String description) {

        /** {@return names and value, as one types them} */
        String head() {
            return names + value;
        }
    }

    /** {@return the page of a command, which is parsed for that} */
    static CommandPage of(CommandInfo info) {
        return of(info, info.factory().get().options().spec());
    }

    /** {@return the page of a command that is parsed already} */
    static CommandPage of(CommandInfo info, CommandSpec spec) {
        List<Option> own = new ArrayList<>();
        List<Option> common = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            (isCommon(option) ? common : own).add(option(option));
        }
        return new CommandPage(info, List.copyOf(own), List.copyOf(common));
    }

    private static boolean isCommon(OptionSpec option) {
        return COMMON.contains(option.longestName());
    }

    private static Option option(OptionSpec option) {
        List<String> names =
                Arrays.stream(option.names())
                        .sorted((a, b) -> Integer.compare(a.length(), b.length()))
                        .toList();
        return new Option(
                String.join(", ", names), value(option), String.join(" ", option.description()));
    }

    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        return option.arity().min() == 0
                ? "[=" + option.paramLabel() + "]"
                : " " + option.paramLabel();
    }

    /** {@return the line that shows what may follow the name} */
    String usage() {
        return ("assay " + info.name() + " " + info.arguments()).strip();
    }
}
