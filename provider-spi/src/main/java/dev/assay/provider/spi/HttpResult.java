package dev.assay.provider.spi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a request. A later release may add cases. */
public sealed interface HttpResult {

    /**
     * The other side replied, with whatever status, and the body came in whole.
     *
     * @param status the HTTP status
     * @param headers by lower-case name
     * @param body the bytes of the body, within the gateway's cap
     */
    @SuppressWarnings("ArrayRecordComponent") // large, and copied by nobody
    record Reply(int status, Map<String, List<String>> headers, byte[] body) implements HttpResult {

        /** Copies the headers; the body is handed over. */
        public Reply {
            headers = Map.copyOf(headers);
        }

        /** {@return the first value of a header} */
        public Optional<String> header(String lowerCaseName) {
            return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
        }

        /** {@return the body read as UTF-8, bad bytes replaced} */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * There is no reply to work with: not reached, cut off, too slow, too large, a challenge page,
     * the run's budget used up, or the circuit open after repeated trouble.
     *
     * @param reason for a person to read, without secrets
     * @param retryAfter how long the other side asked to be left alone
     */
    record NoReply(String reason, Optional<Duration> retryAfter) implements HttpResult {}
}
