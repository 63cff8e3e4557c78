package dev.assay.shell.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs behind the prompt. Safe for use from many threads. */
final class JobTable {
    private final List<Job> jobs = new ArrayList<>();
    private int last;

    synchronized int nextNumber() {
        last = jobs.stream().anyMatch(job -> !job.isDone()) ? last + 1 : 1;
        return last;
    }

    synchronized void add(Job job) {
        jobs.removeIf(Job::isDone);
        jobs.add(job);
    }

    synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    synchronized List<Job> running() {
        return jobs.stream().filter(job -> !job.isDone()).toList();
    }

    synchronized Optional<Job> find(String number) {
        return jobs.stream()
                .filter(job -> Integer.toString(job.number()).equals(number))
                .findFirst();
    }
}
