package dev.assay.shell.complete;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.help.HelpTopics;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can stand at the cursor: one grammar for the shell's Tab and for the completion of system
 * shells. Foreign names are suggested as they are; whoever shows them makes them inert.
 */
public final class Completion {
    private final Host host;
    private final List<CommandInfo> commands;
    private final Known known;

    /** Completes for this process and these commands. */
    public Completion(Host host, List<CommandInfo> commands, Known known) {
        this.host = host;
        this.commands = commands;
        this.known = known;
    }

    /**
     * {@return what fits}
     *
     * @param words the words up to the cursor, the last being the one at the cursor, maybe empty
     */
    public List<Suggestion> suggest(List<String> words) {
        String typed = words.getLast();
        List<Suggestion> all =
                words.size() == 1 ? commandNames() : arguments(words.getFirst(), words);
        return all.stream().filter(one -> fits(one, typed)).toList();
    }

    /** Names of models are found by any part, everything else by its beginning. */
    private static boolean fits(Suggestion one, String typed) {
        return one.group().equals("models")
                || one.value().toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private List<Suggestion> commandNames() {
        return commands.stream()
                .map(info -> Suggestion.of(info.name(), info.summary(), "commands"))
                .toList();
    }

    private List<Suggestion> arguments(String name, List<String> words) {
        Optional<CommandInfo> command = commands.stream().filter(c -> c.isCalled(name)).findFirst();
        if (command.isEmpty()) {
            return List.of();
        }
        String typed = words.getLast();
        String before = words.get(words.size() - 2);
        // What options there are costs more to learn than all the rest, so only when one stands
        // here.
        if (!typed.startsWith("-") && !before.startsWith("-")) {
            return new Positional(host, known, commands).suggest(command.get().name(), words);
        }
        CommandSpec spec = command.get().factory().get().options().spec();
        Optional<OptionSpec> waiting = waiting(spec, before);
        if (waiting.isPresent()) {
            return values(waiting.get(), typed);
        }
        if (typed.startsWith("--") && typed.contains("=")) {
            return joinedValues(spec, typed);
        }
        return typed.startsWith("-")
                ? options(spec)
                : new Positional(host, known, commands).suggest(command.get().name(), words);
    }

    /** An option before the cursor that still wants its value. */
    private static Optional<OptionSpec> waiting(CommandSpec spec, String before) {
        return spec.options().stream()
                .filter(option -> Arrays.asList(option.names()).contains(before))
                .filter(option -> option.arity().min() == 1)
                .findFirst();
    }

    private static List<Suggestion> options(CommandSpec spec) {
        List<Suggestion> found = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            found.add(
                    Suggestion.of(
                            option.longestName(),
                            String.join(" ", option.description()),
                            "options"));
        }
        return found;
    }

    private List<Suggestion> joinedValues(CommandSpec spec, String typed) {
        int equals = typed.indexOf('=');
        String name = typed.substring(0, equals);
        return spec.options().stream()
                .filter(option -> Arrays.asList(option.names()).contains(name))
                .findFirst()
                .map(option -> values(option, typed.substring(equals + 1)))
                .orElse(List.of())
                .stream()
                .map(one ->
                        new Suggestion(
                                name + "=" + one.value(),
                                one.description(),
                                one.group(),
                                one.complete()))
                .toList();
    }

    private List<Suggestion> values(OptionSpec option, String typed) {
        return switch (option.longestName()) {
            case "--output" -> words(Format.ids(), "forms");
            case "--color" -> words(List.of("auto", "always", "never"), "values");
            case "--progress" -> words(List.of("auto", "bar", "plain", "json", "none"), "values");
            case "--identify" -> words(List.of("other", "all", "none"), "values");
            case "--algorithm", "--hash" -> lists(known.algorithms(), typed);
            case "--provider" -> known.providers();
            case "--catalog", "--config", "--log-file", "--plugin-path" ->
                    new Files(host).suggest(typed);
            default -> List.of();
        };
    }

    /** In a list only the last element is completed. */
    private static List<Suggestion> lists(List<Suggestion> elements, String typed) {
        int comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf('+'));
        String head = typed.substring(0, comma + 1);
        return elements.stream()
                .map(one ->
                        new Suggestion(head + one.value(), one.description(), one.group(), false))
                .toList();
    }

    static List<Suggestion> words(List<String> words, String group) {
        return words.stream().map(word -> Suggestion.of(word, "", group)).toList();
    }

    /** {@return the settings with what each means} */
    static List<Suggestion> settings() {
        return Arrays.stream(SettingKey.values())
                .map(key -> Suggestion.of(key.id(), key.description(), "settings"))
                .toList();
    }

    static List<Suggestion> topics() {
        return words(HelpTopics.names(), "topics");
    }
}
