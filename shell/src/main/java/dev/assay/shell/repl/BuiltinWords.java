package dev.assay.shell.repl;

import dev.assay.shell.complete.Completion;
import dev.assay.shell.complete.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes the words that only the shell has. */
final class BuiltinWords {
    private static final List<String> OF_JOBS = List.of("ls", "log", "wait", "cancel");

    private final Completion completion;
    private final JobTable jobs;

    BuiltinWords(Completion completion, JobTable jobs) {
        this.completion = completion;
        this.jobs = jobs;
    }

    /** {@return what fits, when the line begins with one of the shell's own words or may} */
    Optional<List<Suggestion>> suggest(List<String> words) {
        String typed = words.getLast();
        if (words.size() == 1) {
            List<Suggestion> all = new ArrayList<>(completion.suggest(words));
            Builtins.ALL.stream().filter(one -> one.value().startsWith(typed)).forEach(all::add);
            return Optional.of(all);
        }
        return switch (words.getFirst()) {
            case "use" -> Optional.of(completion.suggest(instead("ls", words)));
            case "set" -> Optional.of(settings(words));
            case "unset" -> Optional.of(names(typed));
            case "fg", "kill" -> Optional.of(numbers(typed));
            case "jobs" -> Optional.of(words.size() == 2 ? actions(typed) : numbers(typed));
            default -> Optional.empty();
        };
    }

    private static List<String> instead(String command, List<String> words) {
        List<String> other = new ArrayList<>(words);
        other.set(0, command);
        return other;
    }

    private List<Suggestion> settings(List<String> words) {
        if (words.size() == 2) {
            return names(words.getLast());
        }
        return completion.suggest(
                List.of("config", "set", SetWords.full(words.get(1)), words.getLast()));
    }

    /** Settings of the display go without their {@code ui.}, and come first. */
    private List<Suggestion> names(String typed) {
        return completion.suggest(List.of("config", "set", "")).stream()
                .map(one ->
                        new Suggestion(
                                one.value().replaceFirst("^ui\\.", ""),
                                one.description(),
                                one.group(),
                                true))
                .filter(one -> one.value().startsWith(typed))
                .toList();
    }

    private List<Suggestion> numbers(String typed) {
        return jobs.all().stream()
                .map(job ->
                        new Suggestion(
                                Integer.toString(job.number()),
                                job.line() + ", " + job.state(),
                                "jobs",
                                true))
                .filter(one -> one.value().startsWith(typed))
                .toList();
    }

    private static List<Suggestion> actions(String typed) {
        return OF_JOBS.stream()
                .filter(word -> word.startsWith(typed))
                .map(word -> new Suggestion(word, "", "actions", true))
                .toList();
    }
}
