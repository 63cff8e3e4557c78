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

        /**
         * {@return the first value of a header}
         *
         * @param lowerCaseName the name of the header
         */
        public Optional<String> header(String lowerCaseName) {
            return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
        }

        /** {@return the body read as UTF-8, bad bytes replaced} */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * There is no reply to work with.
     *
     * @param kind what went wrong
     * @param reason for a person to read, without secrets
     * @param retryAfter how long the other side asked to be left alone
     */
    record NoReply(Kind kind, String reason, Optional<Duration> retryAfter) implements HttpResult {

        /**
         * {@return a failure of unknown length}
         *
         * @param kind what went wrong
         * @param reason for a person to read, without secrets
         */
        public static NoReply because(Kind kind, String reason) {
            return new NoReply(kind, reason, Optional.empty());
        }
    }

    /** Why there is no reply. A later release may know more. */
    enum Kind {
        /** The user wants no network. */
        OFFLINE,
        /** Nobody could be reached: no such name, refused, no route, TLS trouble. */
        UNREACHABLE,
        /** The connection ended before the body did. */
        CUT_OFF,
        /** The deadline over the whole reply passed. */
        TOO_SLOW,
        /** The body is over the cap; asking for less may do. */
        TOO_LARGE,
        /** A web page came where data was asked for: a challenge, a portal, a maintenance page. */
        WEB_PAGE,
        /** Sent on to a server that was not declared, or too often. */
        REDIRECTED,
        /** The stored secret cannot be sent. */
        BAD_SECRET,
        /** Nothing was sent: the other side asked for a pause that the run does not wait out. */
        BUSY,
        /** Nothing was sent: the run sent as many requests as it may. */
        BUDGET,
        /** Nothing was sent: too much went wrong in a row. */
        STOPPED
    }
}
