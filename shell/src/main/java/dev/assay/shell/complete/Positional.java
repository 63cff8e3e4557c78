package dev.assay.shell.complete;

import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.Host;
import java.util.ArrayList;
import java.util.List;

/** What can stand where a command wants no option: files, models, actions, settings. */
final class Positional {
    private final Host host;
    private final Known known;
    private final List<CommandInfo> commands;

    Positional(Host host, Known known, List<CommandInfo> commands) {
        this.host = host;
        this.known = known;
        this.commands = commands;
    }

    List<Suggestion> suggest(String command, List<String> words) {
        String typed = words.getLast();
        int place = words.size() - 1;
        return switch (command) {
            case "scan", "inspect", "hash", "run" -> new Files(host).suggest(typed);
            case "search" -> selectors(typed);
            case "tag" ->
                    place == 1
                            ? actions("ls", "add", "rm")
                            : place == 2 ? List.of() : selectors(typed);
            case "root" ->
                    place == 1
                            ? actions("ls", "add", "rm", "rename", "detect")
                            : new Files(host).suggest(typed);
            case "catalog" ->
                    place == 1
                            ? actions(
                                    "info", "check", "backup", "restore", "compact", "export",
                                    "import")
                            : new Files(host).suggest(typed);
            case "token" -> place == 1 ? actions("ls", "set", "test", "rm") : known.providers();
            case "config" -> config(words, place);
            case "algo", "provider" -> actions("ls");
            case "plugin" ->
                    place == 1
                            ? actions("ls", "info", "add", "allow", "disable", "rm")
                            : plugin(words.get(1), typed);
            case "help" -> help();
            case "completion" -> actions("bash", "zsh", "fish");
            case "saved" -> place == 1 ? actions("ls", "rm") : searches();
            default -> takesSelectors(command) ? selectors(typed) : List.of();
        };
    }

    private boolean takesSelectors(String command) {
        return commands.stream()
                .anyMatch(info -> info.isCalled(command) && info.arguments().contains("SELECTOR"));
    }

    /** Their names alone, for the command that is about them. */
    private List<Suggestion> searches() {
        return known.saved().stream()
                .map(one ->
                        Suggestion.of(
                                one.value().substring(one.value().indexOf(':') + 1),
                                one.description(),
                                one.group()))
                .toList();
    }

    private List<Suggestion> plugin(String action, String typed) {
        return action.equals("add") ? new Files(host).suggest(typed) : known.plugins();
    }

    /** What says most comes first; files only once a few letters tell which. */
    private List<Suggestion> selectors(String typed) {
        if (typed.startsWith("%")) {
            return known.rows();
        }
        List<Suggestion> all = new ArrayList<>(known.filters(typed));
        all.addAll(known.saved());
        if (!typed.isEmpty() && typed.indexOf(':') < 0) {
            all.addAll(known.models(typed));
            all.addAll(new Files(host).suggest(typed));
        }
        return all;
    }

    private static List<Suggestion> config(List<String> words, int place) {
        return switch (place) {
            case 1 -> actions("show", "get", "set", "unset", "path");
            case 2 -> words.get(1).equals("show") ? List.of() : Completion.settings();
            case 3 -> SettingWords.of(words.get(2));
            default -> List.of();
        };
    }

    private List<Suggestion> help() {
        List<Suggestion> all = new ArrayList<>(Completion.topics());
        commands.forEach(info -> all.add(Suggestion.of(info.name(), info.summary(), "commands")));
        return all;
    }

    private static List<Suggestion> actions(String... words) {
        return Completion.words(List.of(words), "actions");
    }
}
