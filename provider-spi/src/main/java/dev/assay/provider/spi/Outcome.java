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
     * @param cause what kind of trouble it is, which decides what the user is told to do
     * @param reason for a person to read, without secrets
     * @param retryAfter how long the other side asked to be left alone
     */
    record Unavailable(Cause cause, String reason, Optional<Duration> retryAfter)
            implements Outcome {

        /** The kinds of trouble. A later release may know more. */
        public enum Cause {
            /** The other side cannot be reached, is broken, or says what nobody can read. */
            OUTAGE,
            /** The other side asks to slow down. */
            BUSY,
            /** The user wants no network. */
            OFFLINE,
            /** This run may send no more. */
            BUDGET
        }

        /**
         * {@return an outage of unknown length}
         *
         * @param reason for a person to read, without secrets
         */
        public static Unavailable because(String reason) {
            return new Unavailable(Cause.OUTAGE, reason, Optional.empty());
        }

        /**
         * {@return the same trouble as an outcome}
         *
         * @param none what the gateway gave for a request
         */
        public static Unavailable because(HttpResult.NoReply none) {
            Cause cause =
                    switch (none.kind()) {
                        case OFFLINE -> Cause.OFFLINE;
                        case BUSY -> Cause.BUSY;
                        case BUDGET -> Cause.BUDGET;
                        case UNREACHABLE,
                                CUT_OFF,
                                TOO_SLOW,
                                TOO_LARGE,
                                WEB_PAGE,
                                REDIRECTED,
                                BAD_SECRET,
                                STOPPED ->
                                Cause.OUTAGE;
                    };
            return new Unavailable(cause, none.reason(), none.retryAfter());
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
