package dev.assay.core.model;

import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one provider said of one content, and what a person said of that.
 *
 * @param provider its name
 * @param state the one outcome
 * @param matchedBy the hash that found it; empty when a person said so
 * @param askedAt when it was last asked
 * @param candidates every model version that fits, the preferred first; empty unless found
 * @param cause why it is pending; empty in every other state, and when an older version of Assay
 *     wrote it down
 * @param reason why it is pending or denied, for a person
 * @param remedy what the user can do about it
 * @param nextTry when it is worth asking again
 * @param misses the hashes that the provider answered not to know, and when; an answer is kept even
 *     when a later question stays without one
 * @param rejected addresses that a person ruled out, as of {@link
 *     dev.assay.provider.spi.ModelInfo#address}
 */
public record Identity(
        String provider,
        State state,
        Optional<HashId> matchedBy,
        Optional<Instant> askedAt,
        List<Candidate> candidates,
        Optional<PendingCause> cause,
        Optional<String> reason,
        Optional<String> remedy,
        Optional<Instant> nextTry,
        Map<HashId, Instant> misses,
        Set<String> rejected) {

    /** Copies the collections. */
    public Identity {
        candidates = List.copyOf(candidates);
        misses = Map.copyOf(misses);
        rejected = Set.copyOf(rejected);
    }

    /**
     * {@return that nobody asked this provider yet}
     *
     * @param provider the provider's name
     */
    public static Identity notAsked(String provider) {
        return new Identity(
                provider,
                State.NOT_ASKED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of());
    }

    /**
     * {@return the same with these candidates, the preferred first}
     *
     * @param others the candidates
     */
    public Identity withCandidates(List<Candidate> others) {
        return new Identity(
                provider, state, matchedBy, askedAt, others, cause, reason, remedy, nextTry, misses,
                rejected);
    }

    /**
     * {@return the same with another outcome}
     *
     * @param other the outcome
     */
    public Identity withState(State other) {
        return new Identity(
                provider,
                other,
                matchedBy,
                askedAt,
                candidates,
                cause,
                reason,
                remedy,
                nextTry,
                misses,
                rejected);
    }

    /**
     * {@return the first that found something, else the first}
     *
     * @param all what several providers said of one file
     */
    public static Optional<Identity> best(List<Identity> all) {
        return all.stream()
                .filter(one -> one.state() == State.FOUND)
                .findFirst()
                .or(() -> all.stream().findFirst());
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
