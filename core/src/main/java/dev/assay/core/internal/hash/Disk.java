package dev.assay.core.internal.hash;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who may read from a disk. A spinning or network disk is read by few at a time, since its heads or
 * its line gain nothing from a second reader; others by anybody. Safe for use by many threads.
 */
final class Disk {
    private static final int ANYBODY = 1 << 20;

    private final boolean slow;
    private final Semaphore permits;
    private final Runnable left;

    private Disk(boolean slow, int readers, Runnable left) {
        this.slow = slow;
        this.permits = new Semaphore(readers, true);
        this.left = left;
    }

    /**
     * Makes one that few may read from.
     *
     * @param left told whenever a reader has left
     */
    static Disk slow(int readers, Runnable left) {
        return new Disk(true, readers, left);
    }

    static Disk fast() {
        return new Disk(false, ANYBODY, () -> {});
    }

    /** {@return whether hashing waits for reading here, not the other way round} */
    boolean isSlow() {
        return slow;
    }

    /** {@return whether somebody who wants to read now would have to wait} */
    boolean isTaken() {
        return permits.availablePermits() == 0;
    }

    /** {@return the permission to read at once; nobody who waits for it is overtaken} */
    Optional<Permit> tryAcquire() {
        return !permits.hasQueuedThreads() && permits.tryAcquire()
                ? Optional.of(new Permit())
                : Optional.empty();
    }

    /** {@return the permission to read, if it can be had within that time} */
    Optional<Permit> tryAcquire(long millis) throws InterruptedException {
        return permits.tryAcquire(millis, TimeUnit.MILLISECONDS)
                ? Optional.of(new Permit())
                : Optional.empty();
    }

    /** The permission to read, until it is given back; by whom and how often does not matter. */
    final class Permit {
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit() {}

        void release() {
            if (held.getAndSet(false)) {
                permits.release();
                left.run();
            }
        }
    }
}
