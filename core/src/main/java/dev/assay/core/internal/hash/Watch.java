package dev.assay.core.internal.hash;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after the threads that ask file systems, and gives up what hangs. It has no thread of its
 * own: those that wait for results anyway look a few times a second. Safe for use by many threads.
 */
final class Watch {
    /** Whoever did not look for so long was stopped itself, and with it what it looks after. */
    private static final long ABSENT_NANOS = Duration.ofSeconds(5).toNanos();

    private static final long ORIGIN = System.nanoTime();

    private final Duration limit;
    private final Set<Calls> all = ConcurrentHashMap.newKeySet();
    private long lastLook = now();
    private long present = lastLook;

    /**
     * Makes one with nothing to look after.
     *
     * @param limit how long a call may bring nothing
     */
    Watch(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** {@return nanoseconds, more than 0} */
    static long now() {
        return System.nanoTime() - ORIGIN + 1;
    }

    /**
     * {@return the calls of a thread, looked after until they are forgotten}
     *
     * @param work told once, on any thread, when the thread is given up
     */
    Calls calls(Runnable work) {
        Calls calls = new Calls(this, work);
        all.add(calls);
        return calls;
    }

    void forget(Calls calls) {
        all.remove(calls);
    }

    /** Gives up the threads whose call has brought nothing for too long. */
    void look() {
        long now = now();
        long since = present(now);
        all.forEach(calls -> calls.giveUp(now - limit.toNanos(), since));
    }

    private synchronized long present(long now) {
        if (now - lastLook > ABSENT_NANOS) {
            present = now;
        }
        lastLook = now;
        return present;
    }
}
