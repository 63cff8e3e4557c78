package dev.assay.shell.run;

import dev.assay.core.model.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How fast a phase goes, over its whole length: short dips say little about the end. */
public final class Rate {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private Progress.@Nullable Phase phase;
    private long begun;
    private long first;
    private long bytes;

    /** Measures by this clock. */
    public Rate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes note of how far a phase is; a new phase begins a new measurement. */
    public void note(Progress.Phase current, long bytesDone) {
        if (current != phase) {
            phase = current;
            begun = nanos.getAsLong();
            first = bytesDone;
        }
        bytes = bytesDone;
    }

    double bytesPerSecond() {
        double seconds = (nanos.getAsLong() - begun) / NANOS;
        return seconds <= 0 ? 0 : (bytes - first) / seconds;
    }

    /** {@return how long the rest takes, once that can be told} */
    Optional<Duration> remaining(long total) {
        double speed = bytesPerSecond();
        return speed <= 0 || total <= bytes
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round((total - bytes) / speed)));
    }
}
