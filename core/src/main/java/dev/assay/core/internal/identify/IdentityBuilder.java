package dev.assay.core.internal.identify;

import dev.assay.core.model.Identity;
import dev.assay.core.model.Identity.State;
import dev.assay.core.model.PendingCause;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts an identity together. Not safe for use from several threads. */
final class IdentityBuilder {
    private final String provider;
    private final State state;
    private final Set<String> rejected;
    private Optional<HashId> matchedBy = Optional.empty();
    private Optional<Instant> askedAt = Optional.empty();
    private List<Candidate> candidates = List.of();
    private Optional<PendingCause> cause = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private Optional<String> remedy = Optional.empty();
    private Optional<Instant> nextTry = Optional.empty();
    private Map<HashId, Instant> misses = Map.of();

    private IdentityBuilder(String provider, State state, Set<String> rejected) {
        this.provider = provider;
        this.state = state;
        this.rejected = rejected;
    }

    /** {@return a new state; only what a person ruled out stays} */
    static IdentityBuilder of(Identity before, State state) {
        return new IdentityBuilder(before.provider(), state, before.rejected());
    }

    /** {@return the same as before} */
    static IdentityBuilder from(Identity before) {
        return from(before, before.rejected());
    }

    /** {@return the same as before, with other addresses ruled out} */
    static IdentityBuilder from(Identity before, Set<String> rejected) {
        IdentityBuilder copy = new IdentityBuilder(before.provider(), before.state(), rejected);
        copy.matchedBy = before.matchedBy();
        copy.askedAt = before.askedAt();
        copy.candidates = before.candidates();
        copy.cause = before.cause();
        copy.reason = before.reason();
        copy.remedy = before.remedy();
        copy.nextTry = before.nextTry();
        copy.misses = before.misses();
        return copy;
    }

    IdentityBuilder matchedBy(HashId hash) {
        matchedBy = Optional.of(hash);
        return this;
    }

    IdentityBuilder askedAt(Instant when) {
        askedAt = Optional.of(when);
        return this;
    }

    IdentityBuilder candidates(List<Candidate> all) {
        candidates = all;
        return this;
    }

    IdentityBuilder cause(PendingCause what) {
        cause = Optional.of(what);
        return this;
    }

    IdentityBuilder reason(String why) {
        reason = Optional.of(why);
        return this;
    }

    IdentityBuilder remedy(String what) {
        remedy = Optional.of(what);
        return this;
    }

    IdentityBuilder nextTry(Instant when) {
        nextTry = Optional.of(when);
        return this;
    }

    IdentityBuilder misses(Map<HashId, Instant> all) {
        misses = all;
        return this;
    }

    Identity build() {
        return new Identity(
                provider,
                state,
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
}
