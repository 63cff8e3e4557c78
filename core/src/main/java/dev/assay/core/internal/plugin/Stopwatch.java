package dev.assay.core.internal.plugin;

/**
 * How long a plugin has been at work in one call, without the time it waits for the core, such as
 * for the gateway between two polite requests. Safe for use from many threads.
 */
final class Stopwatch {
    private long before;
    private long since = System.nanoTime();
    private int pauses;

    /** Stops the time; as often as it is stopped it has to be resumed. */
    synchronized void pause() {
        if (pauses++ == 0) {
            before += System.nanoTime() - since;
        }
    }

    synchronized void resume() {
        if (--pauses == 0) {
            since = System.nanoTime();
        }
    }

    synchronized long spentNanos() {
        return pauses > 0 ? before : before + System.nanoTime() - since;
    }
}
