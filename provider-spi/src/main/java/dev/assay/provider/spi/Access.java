package dev.assay.provider.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where a provider sends requests and how politely. The core keeps these limits for it.
 *
 * @param origins scheme, host and port of every server it may reach; plain http only on loopback
 * @param interval at least this long between the starts of two requests
 * @param concurrent at most this many requests under way
 */
public record Access(List<URI> origins, Duration interval, int concurrent) {

    /** Copies the list and refuses limits without sense. */
    public Access {
        origins = List.copyOf(origins);
        if (interval.isNegative() || concurrent < 1) {
            throw new IllegalArgumentException(
                    "Interval must not be negative and concurrency at least 1");
        }
    }

    /** {@return no network at all} */
    public static Access none() {
        return new Access(List.of(), Duration.ZERO, 1);
    }
}
