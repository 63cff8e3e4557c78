package dev.assay.shell.cli;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Fills in one command's options, and says in our words what cannot be understood. */
final class Parsing {
    private final CommandInfo info;
    private final CommandLine parser;

    Parsing(CommandInfo info, Command command) {
        this.info = info;
        this.parser =
                new CommandLine(command.options().spec())
                        .setExpandAtFiles(false)
                        .setOverwrittenOptionsAllowed(true)
                        .setUnmatchedOptionsArePositionalParams(false)
                        .setInterpolateVariables(false);
    }

    CommandSpec spec() {
        return parser.getCommandSpec();
    }

    void parse(List<String> words) {
        try {
            parser.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw failure(e);
        }
    }

    private Failure failure(ParameterException thrown) {
        String help = "See the options: assay help " + info.name();
        return switch (thrown) {
            case UnmatchedArgumentException e -> unmatched(e.getUnmatched().getFirst(), help);
            case MissingParameterException e ->
                    new Failure(ErrorCode.BAD_OPTION, "a value is missing: " + sentence(e), help);
            case OverwrittenOptionException e ->
                    new Failure(ErrorCode.BAD_OPTION, sentence(e), help);
            default -> new Failure(ErrorCode.BAD_VALUE, sentence(thrown), help);
        };
    }

    private Failure unmatched(String word, String help) {
        if (!word.startsWith("-")) {
            return new Failure(
                    ErrorCode.BAD_OPTION, "assay " + info.name() + " does not take " + word, help);
        }
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return new Failure(
                        ErrorCode.BAD_OPTION,
                        "assay "
                                + info.name()
                                + " has no option "
                                + name
                                + "."
                                + Suggest.question(name, optionNames()),
                        help)
                .with("option", name);
    }

    private List<String> optionNames() {
        List<String> names = new ArrayList<>();
        spec().options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }

    private static String sentence(ParameterException thrown) {
        String text = String.valueOf(thrown.getMessage());
        return text.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
