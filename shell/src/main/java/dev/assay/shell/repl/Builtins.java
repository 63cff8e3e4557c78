package dev.assay.shell.repl;

import dev.assay.shell.complete.Suggestion;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Session;
import dev.assay.shell.run.SettingValues;
import java.util.List;
import org.jline.reader.History;

/** Words that only the shell has. */
final class Builtins {
    private static final String GROUP = "shell";

    static final List<Suggestion> ALL =
            List.of(
                    new Suggestion("exit", "leave the shell", GROUP, true),
                    new Suggestion(
                            "jobs", "jobs behind the prompt: ls, cancel N, wait N", GROUP, true),
                    new Suggestion("set", "settings for this session", GROUP, true),
                    new Suggestion("history", "the lines typed before", GROUP, true),
                    new Suggestion("clear", "empty the screen", GROUP, true));

    private final Session session;
    private final JobTable jobs;
    private final Screen screen;

    Builtins(Session session, JobTable jobs, Screen screen) {
        this.session = session;
        this.jobs = jobs;
        this.screen = screen;
    }

    static List<String> names() {
        return ALL.stream().map(Suggestion::value).toList();
    }

    /** {@return whether the line was one of the shell's own} */
    boolean run(List<String> words, History history) {
        switch (words.getFirst()) {
            case "jobs" -> jobs(words.subList(1, words.size()));
            case "set" -> set(words.subList(1, words.size()));
            case "history" -> history.forEach(entry -> screen.line(entry.line()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void jobs(List<String> words) {
        String action = words.isEmpty() ? "ls" : words.getFirst();
        switch (action) {
            case "ls" -> list();
            case "cancel" -> one(words).stop();
            case "wait" -> await(one(words));
            default ->
                    throw new Failure(
                            ErrorCode.BAD_VALUE,
                            "no action " + action,
                            "There are: jobs ls, jobs cancel N, jobs wait N");
        }
    }

    private void list() {
        if (jobs.all().isEmpty()) {
            screen.line("No jobs. Put & at the end of a line to run it behind the prompt");
        }
        jobs.all()
                .forEach(job ->
                        screen.line("[" + job.number() + "] " + job.line() + "  " + job.state()));
    }

    private Job one(List<String> words) {
        String number = words.size() < 2 ? "" : words.get(1);
        return jobs.find(number)
                .orElseThrow(() ->
                        new Failure(ErrorCode.NO_MATCH, "no job " + number, "List them: jobs"));
    }

    private static void await(Job job) {
        try {
            job.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void set(List<String> words) {
        if (words.isEmpty()) {
            session.overrides().forEach((key, value) -> screen.line(key + " = " + value));
            return;
        }
        String key = full(words.getFirst());
        if (words.size() == 1) {
            session.overrides().remove(key);
            return;
        }
        String value = String.join(",", words.subList(1, words.size()));
        SettingValues.check(key, value);
        session.overrides().put(key, value);
    }

    /** Settings of the display go without their {@code ui.}. */
    private static String full(String typed) {
        String key = Settings.isKnown(typed) ? typed : "ui." + typed;
        if (!Settings.isKnown(key)) {
            throw new Failure(
                    ErrorCode.UNKNOWN_SETTING,
                    "no such setting: " + typed + "." + Suggest.question(typed, Settings.ids()));
        }
        return key;
    }
}
