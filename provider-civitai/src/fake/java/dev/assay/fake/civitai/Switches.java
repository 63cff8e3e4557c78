package dev.assay.fake.civitai;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Which of the site's forms and habits the fake shows; all can change while it runs. */
public final class Switches {
    /** One habit that can be turned on or off. */
    public enum Switch {
        /** Rows of {@code by-hash/ids} as they were before 2026-07-23. */
        IDS_WITHOUT_MODEL_ID,
        /** {@code nextCursor} is a number, not text. */
        NUMERIC_CURSOR,
        /** A page of {@code /models} starts with the last item of the page before. */
        REPEATED_ITEMS,
        /** Requests without an own User-Agent get a challenge page. On unless turned off. */
        CHALLENGE_LIBRARY_AGENTS
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Switch> on = EnumSet.of(Switch.CHALLENGE_LIBRARY_AGENTS);

    /** Turns a habit on. */
    public void turnOn(Switch habit) {
        lock.lock();
        try {
            on.add(habit);
        } finally {
            lock.unlock();
        }
    }

    /** Turns a habit off. */
    public void turnOff(Switch habit) {
        lock.lock();
        try {
            on.remove(habit);
        } finally {
            lock.unlock();
        }
    }

    boolean isOn(Switch habit) {
        lock.lock();
        try {
            return on.contains(habit);
        } finally {
            lock.unlock();
        }
    }
}
