package dev.assay.core.internal.net;

import java.net.URI;
import java.time.Duration;

/** Hears of every request that leaves the machine. Must be quick and safe for many threads. */
@FunctionalInterface
public interface RequestLog {

    /** Hears nothing. */
    RequestLog NONE = _ -> {};

    /** One exchange is over. */
    void exchanged(Exchange exchange);

    /**
     * What was sent and what came.
     *
     * @param provider on whose behalf
     * @param method GET or POST
     * @param uri where to; never holds a secret
     * @param authorized whether a secret went along
     * @param attempt 1 for the first
     * @param outcome the status, or why there was no reply
     * @param bytes of the body
     * @param time it took
     */
    record Exchange(
            String provider,
            String method,
            URI uri,
            boolean authorized,
            int attempt,
            String outcome,
            int bytes,
            Duration time) {}
}
