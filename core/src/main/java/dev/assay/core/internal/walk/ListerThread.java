package dev.assay.core.internal.walk;

import static java.util.Objects.requireNonNull;

import dev.assay.core.model.FileProblem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The thread behind a {@link Lister}. */
final class ListerThread implements Runnable {
    private static final int LOT = 512;
    private static final int LOTS_AHEAD = 8;

    private final Stats stats;
    private final WalkOptions options;
    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Found> found = new ArrayBlockingQueue<>(LOTS_AHEAD);
    private final Thread thread;

    private volatile Question question = Question.NONE;
    private int handedOn;

    private List<Glimpse> files = new ArrayList<>();
    private List<Folder> folders = new ArrayList<>();
    private List<FileProblem> problems = new ArrayList<>();

    private record Task(Folder folder, int from, Set<Integer> dead) {}

    /**
     * What the file system was asked last.
     *
     * @param entry the place in the folder, -1 for the folder itself
     * @param handedOn how many entries had been handed on by then
     * @param since when it was asked, 0 when it has answered
     */
    private record Question(Path at, int entry, int handedOn, long since) {
        static final Question NONE = new Question(Path.of(""), -1, 0, 0);
    }

    private ListerThread(Stats stats, WalkOptions options) {
        this.stats = stats;
        this.options = options;
        this.thread = Thread.ofPlatform().daemon().name("assay-walk").unstarted(this);
    }

    static ListerThread started(Stats stats, WalkOptions options) {
        ListerThread lister = new ListerThread(stats, options);
        lister.thread.start();
        return lister;
    }

    /** Lists a folder from an entry on, but for those that do not answer. */
    void list(Folder folder, int from, Set<Integer> dead) {
        tasks.add(new Task(folder, from, Set.copyOf(dead)));
    }

    BlockingQueue<Found> found() {
        return found;
    }

    Duration stuckFor() {
        long since = question.since;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Ends the thread as soon as the file system lets it, and says what it waits for. */
    Found.Stalled abandon() {
        Question last = question;
        thread.interrupt();
        return new Found.Stalled(last.at, last.entry, last.handedOn);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Task task = tasks.take();
                handedOn = task.from;
                if (task.folder.depth() < 0) {
                    look(task.folder, task.folder.path(), 0);
                } else {
                    list(task);
                }
                flush();
                found.put(new Found.End());
            }
        } catch (InterruptedException e) {
            // Whoever abandoned this thread does not wait for more.
            Thread.currentThread().interrupt();
        }
    }

    private void list(Task task) throws InterruptedException {
        Path path = task.folder.path();
        ask(path, -1);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            Iterator<Path> each = entries.iterator();
            for (int entry = 0; hasNext(each, path); entry++) {
                Path name = each.next();
                if (entry >= task.from && !task.dead.contains(entry)) {
                    look(task.folder, name, entry);
                }
            }
        } catch (IOException e) {
            problems.add(Obstacles.folder(path, e));
        } catch (DirectoryIteratorException e) {
            problems.add(Obstacles.folder(path, requireNonNull(e.getCause())));
        } finally {
            answered();
        }
    }

    private boolean hasNext(Iterator<Path> each, Path folder) {
        ask(folder, -1);
        boolean more = each.hasNext();
        answered();
        return more;
    }

    private void look(Folder folder, Path path, int entry) throws InterruptedException {
        ask(path, entry);
        try {
            sort(folder, stats.named(path, options.followLinks() || folder.depth() < 0));
        } catch (IOException e) {
            Obstacles.entry(path, e).ifPresent(problems::add);
        } finally {
            answered();
        }
        if (files.size() + folders.size() + problems.size() >= LOT) {
            flush();
            handedOn = entry + 1;
        }
    }

    private void sort(Folder folder, Stats.Named named) {
        Path path = named.file().path();
        switch (named.kind()) {
            case FOLDER -> folders.add(folder.below(named.file()));
            case SPECIAL -> problems.add(Obstacles.special(path));
            case LINK -> {}
            case FILE -> {
                if (options.allFiles() || ModelFiles.isModel(path) || folder.depth() < 0) {
                    files.add(named.file());
                } else if (ModelFiles.isUnfinished(path)) {
                    problems.add(Obstacles.unfinished(path));
                }
            }
        }
    }

    private void flush() throws InterruptedException {
        if (files.isEmpty() && folders.isEmpty() && problems.isEmpty()) {
            return;
        }
        found.put(new Found.Lot(files, folders, problems));
        files = new ArrayList<>();
        folders = new ArrayList<>();
        problems = new ArrayList<>();
    }

    private void ask(Path at, int entry) {
        // 0 stands for no question.
        question = new Question(at, entry, handedOn, System.nanoTime() | 1);
    }

    private void answered() {
        question = Question.NONE;
    }
}
