package dev.assay.core.internal.hash;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that hash. Each asks the open works, in their order, for a task, runs it, and asks
 * again; it sleeps while none has one. One lock guards the state of all works: a task takes a tenth
 * of a millisecond and more, the choice of one hardly a thousandth.
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
         * @param scratch memory of the thread that runs it
         */
        void run(Scratch scratch);
    }

    /** A worker's own memory, made when it is first needed. */
    static final class Scratch {
        private @Nullable MemorySegment memory;

        MemorySegment atLeast(int size) {
            MemorySegment had = memory;
            if (had != null && had.byteSize() >= size) {
                return had;
            }
            MemorySegment made = Blocks.allocate(size);
            memory = made;
            return made;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final List<Work> works = new ArrayList<>();
    private final int size;
    private boolean started;
    private boolean closed;
    private @Nullable Throwable broken;

    Crew(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** {@return what workers and readers wait for: the state of a work changed} */
    Condition changed() {
        return changed;
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
            start();
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
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets idle workers look again whether there is something to do. */
    void wake() {
        locked(() -> {});
    }

    /** {@return what this finds with the lock held; nobody is woken} */
    <T> T see(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
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

    private void start() {
        if (started) {
            return;
        }
        started = true;
        for (int i = 1; i <= size; i++) {
            Thread.ofPlatform().daemon().name("assay-hash-" + i).start(this::work);
        }
    }

    private void work() {
        Scratch scratch = new Scratch();
        try {
            for (Task task = await(); task != null; task = await()) {
                task.run(scratch);
            }
        } catch (RuntimeException | Error e) {
            ending(() -> broken = e);
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
