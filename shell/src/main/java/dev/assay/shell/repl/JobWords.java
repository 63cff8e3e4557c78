package dev.assay.shell.repl;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Screen;
import java.util.List;

/** {@code jobs}, {@code fg} and {@code kill}: what runs behind the prompt. */
final class JobWords {
    private final JobTable jobs;
    private final Runner runner;

    JobWords(JobTable jobs, Runner runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    void jobs(List<String> words, Screen screen) {
        String action = words.isEmpty() ? "ls" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (action) {
            case "ls" -> list(screen);
            case "log" -> log(one(rest), screen);
            case "wait", "fg" -> front(rest, screen);
            case "cancel", "kill" -> cancel(rest);
            default ->
                    throw new Failure(
                            ErrorCode.BAD_VALUE,
                            "no action " + action,
                            "There are: jobs ls, jobs log N, jobs wait N, jobs cancel N");
        }
    }

    private void list(Screen screen) {
        if (jobs.all().isEmpty()) {
            screen.line("No jobs. Put & at the end of a line to run it behind the prompt");
        }
        for (Job job : jobs.all()) {
            screen.line("[" + job.number() + "] " + job.line() + "  " + job.state());
        }
    }

    /** What a job said was made inert when it said it, and may be coloured. */
    private static void log(Job job, Screen screen) {
        job.log().lines().forEach(line -> screen.out().write(line + "\n"));
    }

    void front(List<String> words, Screen screen) {
        Job job = words.isEmpty() ? current() : one(words);
        log(job, screen);
        screen.out().flush();
        if (!job.isDone()) {
            runner.bringInFront(job);
        }
    }

    void cancel(List<String> words) {
        (words.isEmpty() ? current() : one(words)).stop();
    }

    private Job current() {
        return jobs.current()
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.NO_MATCH,
                                "no job is running",
                                "Put & at the end of a line to run it behind the prompt"));
    }

    private Job one(List<String> words) {
        String number = words.isEmpty() ? "" : words.getFirst();
        return jobs.find(number)
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.NO_MATCH,
                                ("no job " + number).strip(),
                                "List them: jobs"));
    }
}
