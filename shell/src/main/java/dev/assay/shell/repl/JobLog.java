package dev.assay.shell.repl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last lines that a job said behind the prompt. Safe for use from many threads. */
final class JobLog {
    private static final int MOST = 1_000;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized Optional<String> last() {
        return Optional.ofNullable(lines.peekLast());
    }
}
