package dev.assay.core.internal.hash;

import dev.assay.core.internal.walk.PathText;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that wait to be hashed, by folder: while the disk of one is slow and taken, the workers go
 * on with those of another. Asks no file system, which might not answer. Guarded by the crew's
 * lock.
 */
final class Waiting {
    private final Disks disks;
    private final Map<Path, Deque<HashJob>> byFolder = new LinkedHashMap<>();
    private int size;

    Waiting(Disks disks) {
        this.disks = disks;
    }

    void add(HashJob job) {
        byFolder.computeIfAbsent(PathText.folderOf(job.path()), _ -> new ArrayDeque<>()).add(job);
        size++;
    }

    int size() {
        return size;
    }

    /** {@return the next whose disk can be read now, the folders in the order they were met} */
    @Nullable HashJob poll() {
        Iterator<Map.Entry<Path, Deque<HashJob>>> queues = byFolder.entrySet().iterator();
        while (queues.hasNext()) {
            Map.Entry<Path, Deque<HashJob>> queue = queues.next();
            if (!disks.isTaken(queue.getKey())) {
                HashJob job = queue.getValue().remove();
                if (queue.getValue().isEmpty()) {
                    queues.remove();
                }
                size--;
                return job;
            }
        }
        return null;
    }

    void clear() {
        byFolder.clear();
        size = 0;
    }
}
