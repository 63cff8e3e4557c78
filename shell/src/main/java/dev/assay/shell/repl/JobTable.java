package dev.assay.shell.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs behind the prompt, and the last ones that ended. Safe for use from many threads. */
final class JobTable {
    private static final int MOST_DONE = 10;

    private final List<Job> jobs = new ArrayList<>();
    private int last;

    /** {@return a job with the next number, which is not in the table before it is added} */
    synchronized Job create(String line, boolean background) {
        return new Job(last + 1, line, background);
    }

    synchronized void add(Job job) {
        last = Math.max(last, job.number());
        jobs.add(job);
        jobs.stream()
                .filter(Job::isDone)
                .limit(Math.max(0, jobs.stream().filter(Job::isDone).count() - MOST_DONE))
                .toList()
                .forEach(jobs::remove);
    }

    synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    synchronized List<Job> running() {
        return jobs.stream().filter(job -> !job.isDone()).toList();
    }

    /** {@return the job of that number} */
    synchronized Optional<Job> find(String number) {
        String digits = number.startsWith("%") ? number.substring(1) : number;
        return jobs.stream()
                .filter(job -> Integer.toString(job.number()).equals(digits))
                .findFirst();
    }

    /** {@return the job that was put behind the prompt last and still runs} */
    synchronized Optional<Job> current() {
        return running().reversed().stream().findFirst();
    }
}
