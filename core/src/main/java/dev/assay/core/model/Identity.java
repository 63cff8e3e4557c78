package dev.assay.core.model;

import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one provider said of one content.
 *
 * @param provider its name
 * @param state the one outcome
 * @param matchedBy the hash that found it
 * @param askedAt when it was last asked
 * @param candidates every model version that fits, the preferred first; empty unless found
 * @param reason why it is pending or denied, for a person
 * @param remedy what the user can do about it
 * @param nextTry when it is worth asking again
 */
public record Identity(
        String provider,
        State state,
        Optional<HashId> matchedBy,
        Optional<Instant> askedAt,
        List<Candidate> candidates,
        Optional<String> reason,
        Optional<String> remedy,
        Optional<Instant> nextTry) {

    /** Copies the list. */
    public Identity {
        candidates = List.copyOf(candidates);
    }

    /** {@return the preferred candidate} */
    public Optional<Candidate> preferred() {
        return candidates.stream().findFirst();
    }

    /** The outcomes of which every file has exactly one for each provider. */
    public enum State {
        /** The provider knows it. */
        FOUND,
        /** The provider answered and does not know it; asked again after a time. */
        NOT_FOUND,
        /** No answer yet: outage, rate limit, budget. Asked again in the next run. */
        PENDING,
        /** The provider refuses to answer this user. */
        DENIED,
        /** Nobody asked. */
        NOT_ASKED;

        /** {@return the name in JSON: lower case} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
