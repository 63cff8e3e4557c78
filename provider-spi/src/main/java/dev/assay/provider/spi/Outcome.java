package dev.assay.provider.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of one question. A later release may add cases. */
public sealed interface Outcome {

    /**
     * The provider knows the digest.
     *
     * @param candidates every model version that has it, the best first; never empty
     */
    record Found(List<Candidate> candidates) implements Outcome {

        /** Copies the list and refuses an empty one. */
        public Found {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("Found needs at least one candidate");
            }
        }
    }

    /** The provider answered, and does not know the digest. Never to be given on a failure. */
    record NotFound() implements Outcome {}

    /**
     * No answer this time: outage, rate limit, time-out, garbage.
     *
     * @param reason for a person to read, without secrets
     * @param retryAfter how long the other side asked to be left alone
     */
    record Unavailable(String reason, Optional<Duration> retryAfter) implements Outcome {

        /**
         * {@return an outage of unknown length}
         *
         * @param reason for a person to read, without secrets
         */
        public static Unavailable because(String reason) {
            return new Unavailable(reason, Optional.empty());
        }
    }

    /**
     * The other side refuses to answer this user.
     *
     * @param reason for a person to read, without secrets
     * @param remedy what the user can do about it, naming the setting
     */
    record Denied(String reason, String remedy) implements Outcome {}
}
