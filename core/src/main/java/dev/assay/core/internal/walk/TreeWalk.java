package dev.assay.core.internal.walk;

import dev.assay.core.model.Cancellation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Finds the files of a tree and survives whatever the tree holds: folders that may not be read,
 * loops, pipes and devices, files that vanish, names of any bytes, mounts that do not answer.
 *
 * <p>Another thread asks the file system, so that the caller's is never caught in a dead mount.
 * Memory is bounded by the number of folders, and does not grow with that of files beyond some
 * thousand.
 */
public final class TreeWalk {
    /** Files of one folder that are kept until its end is seen: some MiB. */
    private static final int MOST_HELD = 16_384;

    private final WalkOptions options;
    private final WalkSink sink;
    private final Cancellation cancellation;
    private final Stats stats;

    private final Deque<Folder> pending = new ArrayDeque<>();

    /** Folders behind links come last, so that a folder is found under its own name first. */
    private final Deque<Folder> linked = new ArrayDeque<>();

    private final Set<List<Optional<String>>> visited = new HashSet<>();
    private final Set<Optional<String>> deadVolumes = new HashSet<>();

    private TreeWalk(WalkOptions options, WalkSink sink, Cancellation cancellation, Stats stats) {
        this.options = options;
        this.sink = sink;
        this.cancellation = cancellation;
        this.stats = stats;
    }

    /**
     * Walks a tree; a root that is a file is handed on whatever its name.
     *
     * @throws CancellationException when cancelled
     */
    public static void walk(
            Path root, WalkOptions options, WalkSink sink, Cancellation cancellation) {
        new TreeWalk(options, sink, cancellation, new Stats())
                .run(root.toAbsolutePath().normalize());
    }

    private void run(Path root) {
        pending.add(Folder.root(root));
        try (Lister lister = new Lister(stats, options)) {
            Optional<Folder> next = next();
            while (next.isPresent()) {
                list(lister, next.get());
                next = next();
            }
        }
    }

    private Optional<Folder> next() {
        while (true) {
            Folder folder = pending.isEmpty() ? linked.poll() : pending.poll();
            if (folder == null) {
                return Optional.empty();
            }
            if (deadVolumes.contains(folder.volume())) {
                sink.problem(Obstacles.dead(folder.path()));
            } else if (isFirstVisit(folder)) {
                return Optional.of(folder);
            }
        }
    }

    private boolean isFirstVisit(Folder folder) {
        return folder.key().isEmpty() || visited.add(List.of(folder.key(), folder.volume()));
    }

    /** Lists one folder, and the rest of it once more where the file system got stuck in it. */
    private void list(Lister lister, Folder folder) {
        int from = 0;
        Set<Integer> dead = new HashSet<>();
        while (true) {
            lister.start(folder, from, dead);
            Found last = consume(lister, folder, from == 0);
            if (!(last instanceof Found.Stalled stalled)) {
                return;
            }
            sink.problem(Obstacles.silent(stalled.at(), options.stallLimit()));
            if (stalled.at().equals(folder.path())) {
                folder.volume().ifPresent(volume -> deadVolumes.add(Optional.of(volume)));
                return;
            }
            from = stalled.handedOn();
            dead.add(stalled.entry());
        }
    }

    private Found consume(Lister lister, Folder folder, boolean fromStart) {
        List<Glimpse> held = new ArrayList<>();
        boolean whole = fromStart && folder.depth() >= 0;
        while (true) {
            Found found = lister.next(cancellation);
            if (found instanceof Found.Lot(var files, var folders, var problems)) {
                held.addAll(files);
                problems.forEach(sink::problem);
                folders.forEach(below -> enqueue(folder, below));
                if (held.size() >= MOST_HELD) {
                    whole = false;
                    handOn(held, false);
                    held = new ArrayList<>();
                }
            } else {
                handOn(held, whole && found instanceof Found.End);
                return found;
            }
        }
    }

    private void handOn(List<Glimpse> files, boolean whole) {
        if (!files.isEmpty()) {
            sink.folder(files, whole);
        }
    }

    private void enqueue(Folder parent, Folder below) {
        if (parent.depth() < options.maxDepth()) {
            (below.link() ? linked : pending).add(below);
        }
    }
}
