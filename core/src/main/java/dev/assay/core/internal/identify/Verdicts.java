package dev.assay.core.internal.identify;

import dev.assay.core.model.Identity;
import dev.assay.core.model.Identity.State;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a person says of a file, put into what is known of it. */
public final class Verdicts {

    private Verdicts() {}

    /** {@return that the file is this model, until it is forgotten; no look-up changes that} */
    public static Identity set(Identity before, ModelInfo model, Instant now) {
        Set<String> rejected = new HashSet<>(before.rejected());
        rejected.remove(model.address());
        Identity plain = IdentityBuilder.from(before, rejected).build();
        return IdentityBuilder.of(plain, State.FOUND)
                .misses(before.misses())
                .askedAt(now)
                .candidates(List.of(new Candidate(model, Match.MANUAL)))
                .build();
    }

    /**
     * {@return that the file is not this model, for good} Other candidates stay; without any, the
     * provider counts as not knowing the file until it is asked again.
     *
     * @param address as of {@link ModelInfo#address}
     */
    public static Identity reject(Identity before, String address, Instant now, Policy policy) {
        Set<String> rejected = new HashSet<>(before.rejected());
        rejected.add(address);
        List<Candidate> left =
                before.candidates().stream()
                        .filter(one -> !one.model().address().equals(address))
                        .toList();
        Identity plain = IdentityBuilder.from(before, rejected).candidates(left).build();
        return before.state() == State.FOUND && left.isEmpty()
                ? IdentityBuilder.of(plain, State.NOT_FOUND)
                        .askedAt(now)
                        .reason("Every model it names was ruled out by hand")
                        .nextTry(policy.nextTry(before, now))
                        .build()
                : plain;
    }

    /** {@return that nothing is known, said or ruled out} */
    public static Identity forget(Identity before) {
        return Identity.notAsked(before.provider());
    }
}
