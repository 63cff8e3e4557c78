package dev.assay.core.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a filter's words are relative to.
 *
 * @param now for {@code older:30d}
 * @param zone in which {@code 2026-01-01} begins
 * @param roots the names that {@code comfy:loras/} may begin with
 */
public record FilterContext(Instant now, ZoneId zone, Set<String> roots) {

    /** Copies the set. */
    public FilterContext {
        roots = Set.copyOf(roots);
    }

    /**
     * {@return the time and zone of a clock}
     *
     * @param clock gives both
     * @param roots the names that a path may begin with
     */
    public static FilterContext of(Clock clock, Set<String> roots) {
        return new FilterContext(clock.instant(), clock.getZone(), roots);
    }
}
