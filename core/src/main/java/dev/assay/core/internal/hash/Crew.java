package dev.assay.core.internal.hash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that hash. Each asks the open works, in their order, for a task, runs it, and asks
 * again; it sleeps while none has one. Another is hired when all have a task, up to the size, so
 * that there is never more than one for whom there was nothing to do yet. One lock guards the state
 * of all works: a task takes a tenth of a millisecond and more, the choice of one hardly a
 * thousandth.
 */
final class Crew implements AutoCloseable {

    /** Something that tasks can be had from. */
    interface Work {

        /** {@return a task to run now, or null; called with the lock held, must not block} */
        @Nullable Task next();
    }

    /** Something to do outside the lock. */
    interface Task {

        /**
         * Does it.
         *
         * @param scratch what the thread that runs it has for itself
         */
        void run(Scratch scratch);

        /**
         * Settles it without the thread, whose call to a file system hangs. It may still come back
         * and go on with {@link #run}. Called once at most, on any thread.
         */
        default void givenUp(SilentException why) {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final List<Work> works = new ArrayList<>();
    private final Watch watch;
    private final int size;
    private int hired;
    private int busy;
    private boolean closed;
    private @Nullable Throwable broken;

    /**
     * Makes one whose threads start with the first work.
     *
     * @param stallLimit how long a file system may bring nothing until the thread that asked it is
     *     left behind, and another takes its place
     */
    Crew(int size, Duration stallLimit) {
        this.size = size;
        this.watch = new Watch(stallLimit);
    }

    int size() {
        return size;
    }

    Watch watch() {
        return watch;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** {@return what callers wait for: files are needed, or all have ended} */
    Condition ended() {
        return ended;
    }

    /** Adds a work, before the others or behind them. */
    void add(Work work, boolean first) {
        locked(() -> {
            if (closed) {
                throw new IllegalStateException("Closed");
            }
            works.add(first ? 0 : works.size(), work);
        });
    }

    void remove(Work work) {
        locked(() -> works.remove(work));
    }

    /** Runs something with the lock held, and wakes everybody. */
    void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            hireIfAllAreBusy();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs something with the lock held, and wakes as many idle workers as it has tasks for: a
     * thread that wakes for nothing takes the core of one that hashes.
     *
     * @param change gives how many tasks there are for workers that had none
     */
    void offer(IntSupplier change) {
        lock.lock();
        try {
            int tasks = Math.min(change.getAsInt(), size);
            if (tasks > 0) {
                hireIfAllAreBusy();
            }
            for (; tasks > 0; tasks--) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets idle workers look again whether there is something to do. */
    void wake() {
        locked(() -> {});
    }

    /** {@return what this gives with the lock held; nobody is woken} */
    <T> T lockedQuietly(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs something with the lock held, and wakes callers too. */
    void ending(Runnable change) {
        locked(() -> {
            change.run();
            ended.signalAll();
        });
    }

    /** With the lock held; who is hired does the same when there is a task for him. */
    private void hireIfAllAreBusy() {
        if (busy == hired && hired < size && !works.isEmpty() && !closed) {
            hired++;
            new Worker("assay-hash-" + hired).start();
        }
    }

    /** {@return how many threads were started, but for those that took a lost one's place} */
    int hired() {
        return lockedQuietly(() -> hired);
    }

    /** A thread that hashes, until the crew is closed or a file system keeps it. */
    private final class Worker {
        private final String name;
        private final Calls calls = watch.calls(this::giveUp);
        private volatile @Nullable Task task;

        Worker(String name) {
            this.name = name;
        }

        void start() {
            Thread.ofPlatform().daemon().name(name).start(this::work);
        }

        private void work() {
            Scratch scratch = new Scratch(calls);
            try {
                for (Task next = await(); next != null; next = await()) {
                    task = next;
                    next.run(scratch);
                    if (calls.isGivenUp()) {
                        return;
                    }
                    lockedQuietly(() -> busy--);
                }
            } catch (RuntimeException | Error e) {
                if (!calls.isGivenUp()) {
                    ending(() -> broken = e);
                }
            } finally {
                watch.forget(calls);
            }
        }

        private void giveUp() {
            watch.forget(calls);
            Task hanging = task;
            if (hanging != null) {
                hanging.givenUp(calls.silence());
            }
            lockedQuietly(() -> busy--);
            new Worker(name).start();
        }
    }

    /** With the lock held: passes on what ended a worker, such as a lack of memory. */
    void throwIfBroken() {
        switch (broken) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    private @Nullable Task await() {
        lock.lock();
        try {
            while (!closed) {
                Task task = next();
                if (task != null) {
                    busy++;
                    hireIfAllAreBusy();
                    return task;
                }
                changed.awaitUninterruptibly();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Task next() {
        for (Work work : works) {
            Task task = work.next();
            if (task != null) {
                return task;
            }
        }
        return null;
    }

    /** Ends the threads once their tasks have ended. Works that are open stay unfinished. */
    @Override
    public void close() {
        locked(() -> closed = true);
    }
}
