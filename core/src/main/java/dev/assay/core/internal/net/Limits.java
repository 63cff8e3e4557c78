package dev.assay.core.internal.net;

import java.time.Duration;

/**
 * How much the gateway puts up with.
 *
 * @param deadline for one exchange, from the first byte sent to the last byte of the body
 * @param maxBody largest body, in bytes, after decoding
 * @param attempts how often one request is tried when the other side is busy or broken
 * @param firstWait before the second attempt; doubles with each one
 * @param longestWait between two attempts when the other side names no time
 * @param longestPause that the other side may ask for; over it, the run goes on without it
 * @param waiting all waits for further attempts of one run together
 * @param requests that one run may send
 * @param redirects that one request may be sent on
 * @param failures in a row after which the run asks no more
 */
public record Limits(
        Duration deadline,
        int maxBody,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        Duration longestPause,
        Duration waiting,
        int requests,
        int redirects,
        int failures) {

    /**
     * {@return the limits for real servers} CivitAI's guide asks for waits of 1 to 30 s; a page of
     * 100 models stays well below 16 MiB, and a larger one is asked for in halves.
     */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(30),
                16 << 20,
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                5_000,
                5,
                3);
    }
}
