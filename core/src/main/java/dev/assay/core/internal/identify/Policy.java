package dev.assay.core.internal.identify;

import dev.assay.core.model.Identity;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a "no" holds.
 *
 * @param firstMiss after the first one
 * @param longestMiss at most, after many; each one doubles the time
 */
public record Policy(Duration firstMiss, Duration longestMiss) {

    /** {@return seven days, growing to thirty} A model may be published after its file was seen. */
    public static Policy standard() {
        return new Policy(Duration.ofDays(7), Duration.ofDays(30));
    }

    /** {@return when to ask again after a "no", given what was known before} */
    Instant nextTry(Identity before, Instant now) {
        Duration last =
                before.state() == Identity.State.NOT_FOUND
                                && before.askedAt().isPresent()
                                && before.nextTry().isPresent()
                        ? Duration.between(before.askedAt().get(), before.nextTry().get())
                        : Duration.ZERO;
        Duration next = last.isPositive() ? last.multipliedBy(2) : firstMiss;
        return now.plus(next.compareTo(longestMiss) > 0 ? longestMiss : next);
    }
}
