package dev.assay.core.internal.net;

import dev.assay.provider.spi.Access;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Keeps the requests of one provider apart, and few at a time. Safe for use from many threads. */
final class Pace {
    private final long interval;
    private final Semaphore slots;
    private final Time time;
    private boolean started;
    private long nextStart;

    Pace(Access access, Time time) {
        this.interval = access.interval().toNanos();
        this.slots = new Semaphore(access.concurrent(), true);
        this.time = time;
    }

    /** Waits for a free slot; to be given back with {@link #leave}. */
    void enter() throws InterruptedException {
        slots.acquire();
    }

    void leave() {
        slots.release();
    }

    /** Waits until the next request may start. */
    void awaitStart() throws InterruptedException {
        long wait = reserve();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long now = time.nanos();
        long wait = started ? Math.max(0, nextStart - now) : 0;
        started = true;
        nextStart = now + wait + interval;
        return wait;
    }
}
