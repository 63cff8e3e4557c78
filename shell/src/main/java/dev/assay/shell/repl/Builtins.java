package dev.assay.shell.repl;

import dev.assay.shell.complete.Suggestion;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Invocation;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jline.reader.History;

/** Words that only the shell has. */
final class Builtins {
    private static final String GROUP = "shell";

    static final List<Suggestion> ALL =
            List.of(
                    word("use", "filter words that hold for every command until use off"),
                    word("set", "settings for this session"),
                    word("unset", "take a setting of this session back"),
                    word("jobs", "jobs behind the prompt: ls, log N, wait N, cancel N"),
                    word("fg", "bring a job back to the front"),
                    word("kill", "stop a job gently"),
                    word("history", "the lines typed before"),
                    word("clear", "empty the screen"),
                    word("exit", "leave the shell"));

    private final JobWords jobs;
    private final SessionWords session;

    Builtins(Invocation run, JobWords jobs) {
        this.jobs = jobs;
        this.session = new SessionWords(run);
    }

    private static Suggestion word(String value, String description) {
        return new Suggestion(value, description, GROUP, true);
    }

    static List<String> names() {
        return ALL.stream().map(Suggestion::value).toList();
    }

    /** {@return whether the line was one of the shell's own} */
    boolean run(List<String> words, History history, Screen screen) {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "jobs" -> jobs.jobs(rest, screen);
            case "fg" -> jobs.front(rest, screen);
            case "kill" -> jobs.cancel(rest);
            case "history" -> history(rest, history, screen);
            default -> {
                return session.run(words, screen);
            }
        }
        return true;
    }

    private static void history(List<String> words, History history, Screen screen) {
        String part = String.join(" ", words);
        StreamSupport.stream(history.spliterator(), false)
                .map(History.Entry::line)
                .filter(line -> line.contains(part))
                .forEach(screen::line);
    }
}
