package dev.assay.core.internal.walk;

import dev.assay.core.model.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The thread behind a {@link Lister}. */
final class ListerThread implements Runnable {
    private static final int LOT = 512;
    private static final int LOTS_AHEAD = 8;

    private final Stats stats;
    private final Opener opener;
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
     * @param name of the entry; empty for the folder itself
     * @param entry the place in the folder, -1 for the folder itself
     * @param handedOn how many entries had been handed on by then
     * @param since when it was asked, 0 when it has answered
     */
    private record Question(Path folder, String name, int entry, int handedOn, long since) {
        static final Question NONE = new Question(Path.of(""), "", -1, 0, 0);

        Path at() {
            return PathText.resolve(folder, name);
        }
    }

    private ListerThread(Stats stats, WalkOptions options) {
        this.stats = stats;
        this.opener = new Opener(stats);
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
        return new Found.Stalled(last.at(), last.entry, last.handedOn);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Task task = tasks.take();
                handedOn = task.from;
                if (task.folder.depth() < 0) {
                    look(task.folder);
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
        ask(path, "", -1);
        try (FolderEntries entries = opener.open(path)) {
            for (int entry = 0; hasNext(entries, path); entry++) {
                if (entry >= task.from && !task.dead.contains(entry)) {
                    look(task.folder, entries, entry);
                }
            }
        } catch (IOException e) {
            problems.add(Obstacles.folder(path, e));
        } finally {
            answered();
        }
    }

    private boolean hasNext(FolderEntries entries, Path folder) throws IOException {
        ask(folder, "", -1);
        boolean more = entries.next();
        answered();
        return more;
    }

    private void look(Folder folder, FolderEntries entries, int entry) throws InterruptedException {
        String name = entries.name();
        if (!entries.isSurelyFile() || isWanted(name)) {
            ask(folder.path(), name, entry);
            take(folder, name, () -> entries.look(options.followLinks()));
            flushWhenFull(entry);
        }
    }

    private boolean isWanted(String name) {
        return options.allFiles() || ModelFiles.isModel(name) || ModelFiles.isUnfinished(name);
    }

    /** Of a root that turns out to be a file, the name does not matter. */
    private void look(Folder root) {
        ask(root.path(), "", 0);
        take(root, "", () -> stats.named(root.path(), true));
    }

    private interface Look {
        Stats.Named look() throws IOException;
    }

    private void take(Folder folder, String name, Look look) {
        try {
            sort(folder, look.look());
        } catch (IOException e) {
            obstacle(folder, name, e).ifPresent(problems::add);
        } finally {
            answered();
        }
    }

    private static Optional<FileProblem> obstacle(Folder folder, String name, IOException e) {
        return folder.depth() < 0
                ? Optional.of(Obstacles.root(folder.path(), e))
                : Obstacles.entry(PathText.resolve(folder.path(), name), e);
    }

    private void flushWhenFull(int entry) throws InterruptedException {
        if (files.size() + folders.size() + problems.size() >= LOT) {
            flush();
            handedOn = entry + 1;
        }
    }

    private void sort(Folder folder, Stats.Named named) {
        Glimpse file = named.file();
        switch (named.kind()) {
            case FOLDER -> folders.add(folder.below(file));
            case SPECIAL -> problems.add(Obstacles.special(file.path()));
            case LINK -> {}
            case FILE -> {
                if (options.allFiles() || folder.depth() < 0 || ModelFiles.isModel(file.name())) {
                    files.add(file);
                } else if (ModelFiles.isUnfinished(file.name())) {
                    problems.add(Obstacles.unfinished(file.path()));
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

    private void ask(Path folder, String name, int entry) {
        // 0 stands for no question.
        question = new Question(folder, name, entry, handedOn, System.nanoTime() | 1);
    }

    private void answered() {
        question = Question.NONE;
    }
}
