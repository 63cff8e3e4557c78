package dev.assay.core.internal.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What time it is and how it passes; in tests, only on paper. Safe for use from many threads. */
public interface Time {

    /** {@return the time of day; may jump} */
    Instant now();

    /** {@return nanoseconds since some moment; never jumps} */
    long nanos();

    /** Returns after this long. */
    void sleep(Duration time) throws InterruptedException;

    /** {@return real time, with the time of day from a clock} */
    static Time of(Clock clock) {
        return new Time() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
