package dev.assay.core.internal.hash;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where files lie that go silent together, known without asking a file system. Safe for use by many
 * threads.
 */
final class Place {
    /**
     * One file may hang by itself, as over a bad part of a disk. When as many hang at once, it is
     * the disk, and thousands of files more need not be waited for.
     */
    private static final int MOST_HANGING = 3;

    private final Map<Path, Integer> hanging = new ConcurrentHashMap<>();

    /** A call about a file here was given up. */
    void hangs(Path file) {
        hanging.merge(file, 1, Place::sum);
    }

    /** A call that was given up has come back after all. */
    void answers(Path file) {
        hanging.merge(file, -1, Place::sum);
    }

    @SuppressWarnings("NullAway") // null is how a map is told that an entry goes
    private static Integer sum(Integer one, Integer other) {
        int sum = one + other;
        return sum == 0 ? null : sum;
    }

    /** {@return whether there is no use in trying, as long as no call comes back} */
    boolean isDead() {
        return hanging.size() >= MOST_HANGING;
    }

    void requireAlive() throws SilentException {
        if (isDead()) {
            throw SilentException.untried();
        }
    }
}
