package dev.assay.core.internal.net;

import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What one run may still spend on a provider, and whether it has had enough: after several failures
 * in a row it is asked no more, with one reason for all that is left. Safe for use from many
 * threads.
 */
final class Budget {
    private final Limits limits;
    private final Time time;
    private Optional<NoReply> stopped = Optional.empty();
    private Optional<Instant> pausedUntil = Optional.empty();
    private Duration waited = Duration.ZERO;
    private int sent;
    private int failures;

    Budget(Limits limits, Time time) {
        this.limits = limits;
        this.time = time;
    }

    /** Starts a new run; a pause that the other side asked for stays. */
    synchronized void reset() {
        stopped = Optional.empty();
        waited = Duration.ZERO;
        sent = 0;
        failures = 0;
    }

    /** {@return why nothing more is sent, if so} */
    synchronized Optional<NoReply> stopped() {
        return stopped.or(this::paused);
    }

    private Optional<NoReply> paused() {
        Instant now = time.now();
        return pausedUntil
                .filter(until -> until.isAfter(now))
                .map(until ->
                        new NoReply(
                                Kind.BUSY,
                                "It asked to be left alone until "
                                        + until.truncatedTo(ChronoUnit.SECONDS),
                                Optional.of(Duration.between(now, until))));
    }

    /** {@return whether one more request may be sent, which then counts} */
    synchronized boolean takeRequest() {
        if (sent >= limits.requests()) {
            stop(
                    Kind.BUDGET,
                    "This run sent its %,d requests; the rest is for the next one".formatted(sent));
            return false;
        }
        sent++;
        return true;
    }

    /**
     * {@return whether the run may wait that long for another attempt, which then counts}
     *
     * @param otherwise what holds for the rest of the run when it may not
     */
    synchronized boolean takeWait(Duration wait, Kind otherwise) {
        Duration sum = waited.plus(wait);
        if (sum.compareTo(limits.waiting()) > 0) {
            stop(
                    otherwise,
                    "This run waited %d s for further attempts; the rest is for the next one"
                            .formatted(waited.toSeconds()));
            return false;
        }
        waited = sum;
        return true;
    }

    /** Sends nothing for so long, in this run and the next. */
    synchronized void pauseFor(Duration pause) {
        pausedUntil = Optional.of(time.now().plus(pause));
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /**
     * Counts a request that came to nothing.
     *
     * @param result what came of it
     * @param weight how many ordinary failures it stands for
     */
    synchronized void failed(HttpResult result, int weight) {
        failures += weight;
        if (failures >= limits.failures() && stopped.isEmpty()) {
            stop(
                    Replies.whenStopped(result),
                    Replies.describe(result) + "; no more is asked in this run");
        }
    }

    private void stop(Kind kind, String reason) {
        stopped = Optional.of(NoReply.because(kind, reason));
    }
}
