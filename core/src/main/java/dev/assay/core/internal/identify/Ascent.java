package dev.assay.core.internal.identify;

import dev.assay.core.model.Identity;
import dev.assay.core.model.Identity.State;
import dev.assay.core.model.PendingCause;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question on its way up one provider's ladder. It turns outcomes into what is known, and keeps
 * to the first law: an error never overwrites knowledge.
 */
final class Ascent {
    private final Question question;
    private final Identity before;
    private final Policy policy;
    private final boolean quick;
    private final Map<HashId, Instant> misses;
    private boolean done;

    Ascent(Question question, Identity before, Policy policy, Order order, Instant now) {
        this.question = question;
        this.before = before;
        this.policy = policy;
        this.quick = order.quick();
        this.misses = new HashMap<>();
        if (before.state() == State.PENDING && !order.refresh()) {
            before.misses().forEach((hash, at) -> keepFresh(hash, at, now));
        }
    }

    private void keepFresh(HashId hash, Instant at, Instant now) {
        if (at.plus(policy.firstMiss()).isAfter(now)) {
            misses.put(hash, at);
        }
    }

    /** {@return whether there is any reason to ask} */
    static boolean isOpen(Identity known, Question question, Order order, Instant now) {
        return switch (known.state()) {
            case FOUND -> isImprovable(known, question, order);
            case NOT_FOUND -> order.refresh() || known.nextTry().filter(now::isBefore).isEmpty();
            case PENDING, DENIED, NOT_ASKED -> true;
        };
    }

    /** A person's word stands; a guess by the header's claim does not, once there are digests. */
    private static boolean isImprovable(Identity known, Question question, Order order) {
        Match match = known.preferred().map(Candidate::match).orElse(Match.PROBABLE);
        return match != Match.MANUAL
                && (order.refresh() || (match == Match.PROBABLE && !order.quick()))
                && (order.quick() || !question.digests().isEmpty());
    }

    Question question() {
        return question;
    }

    /**
     * {@return what to ask on this rung; nothing when that is known, or there is no such digest}
     */
    Optional<Digest> ask(HashId rung) {
        return done || misses.containsKey(rung) ? Optional.empty() : question.digest(rung, quick);
    }

    /** {@return what is known after this answer, when that changed} */
    Optional<Identity> answer(Accepted rung, Outcome outcome, List<Accepted> higher, Instant now) {
        return switch (outcome) {
            case Outcome.Found found -> found(rung, found, now);
            case Outcome.NotFound _ -> missed(rung.hash(), higher, now);
            case Outcome.Unavailable none ->
                    unavailable(cause(none.cause()), none.reason(), none.retryAfter(), now);
            case Outcome.Denied denied -> denied(denied, now);
        };
    }

    private Optional<Identity> found(Accepted rung, Outcome.Found found, Instant now) {
        Digest asked = question.digest(rung.hash(), quick).orElseThrow();
        List<Candidate> candidates =
                found.candidates().stream()
                        .filter(one -> !before.rejected().contains(one.model().address()))
                        .map(one -> quick ? probable(one) : Grading.check(one, asked))
                        .sorted(Grading.BEST_FIRST)
                        .toList();
        if (candidates.isEmpty()) {
            return ruledOut(now);
        }
        done = true;
        IdentityBuilder known =
                known(State.FOUND, now).matchedBy(rung.hash()).candidates(candidates);
        if (candidates.size() > 1) {
            known.reason(
                    "%d versions have this file; the oldest published comes first"
                            .formatted(candidates.size()));
        }
        return Optional.of(known.build());
    }

    private static Candidate probable(Candidate candidate) {
        return new Candidate(candidate.model(), Match.PROBABLE);
    }

    private Optional<Identity> ruledOut(Instant now) {
        done = true;
        return Optional.of(
                known(State.NOT_FOUND, now)
                        .reason("Every model it names was ruled out by hand")
                        .nextTry(policy.nextTry(before, now))
                        .build());
    }

    private Optional<Identity> missed(HashId rung, List<Accepted> higher, Instant now) {
        if (quick) {
            return Optional.empty(); // the header may claim what it likes
        }
        misses.put(rung, now);
        Optional<HashId> next =
                higher.stream()
                        .map(Accepted::hash)
                        .filter(hash -> ask(hash).isPresent())
                        .findFirst();
        return next.isPresent()
                ? pending(
                        PendingCause.NOT_YET_ASKED,
                        "Not known by %s; not yet asked by %s".formatted(rung, next.get()),
                        now)
                : notFound(now);
    }

    private Optional<Identity> notFound(Instant now) {
        done = true;
        if (before.state() == State.FOUND && !isRefuted()) {
            return Optional.of(
                    IdentityBuilder.from(before)
                            .reason("Asked again, and no longer known there; kept as it was")
                            .askedAt(now)
                            .build());
        }
        return Optional.of(
                known(State.NOT_FOUND, now).nextTry(policy.nextTry(before, now)).build());
    }

    /** A header's claim is refuted when the digest it claimed was computed and is not known. */
    private boolean isRefuted() {
        return before.preferred().filter(one -> one.match() == Match.PROBABLE).isPresent()
                && before.matchedBy().filter(misses::containsKey).isPresent();
    }

    private Optional<Identity> pending(PendingCause cause, String reason, Instant now) {
        return isKnown()
                ? Optional.empty()
                : Optional.of(
                        known(State.PENDING, now).cause(cause).reason(reason).nextTry(now).build());
    }

    private Optional<Identity> denied(Outcome.Denied denied, Instant now) {
        done = true;
        return isKnown()
                ? Optional.empty()
                : Optional.of(
                        known(State.DENIED, now)
                                .reason(denied.reason())
                                .remedy(denied.remedy())
                                .build());
    }

    static PendingCause cause(Outcome.Unavailable.Cause cause) {
        return switch (cause) {
            case OUTAGE -> PendingCause.OUTAGE;
            case BUSY -> PendingCause.RATE_LIMITED;
            case OFFLINE -> PendingCause.OFFLINE;
            case BUDGET -> PendingCause.BUDGET;
        };
    }

    private Optional<Identity> unavailable(
            PendingCause cause, String reason, Optional<Duration> retryAfter, Instant now) {
        done = true;
        return isKnown()
                ? Optional.empty()
                : Optional.of(
                        known(State.PENDING, now)
                                .cause(cause)
                                .reason(reason)
                                .nextTry(now.plus(retryAfter.orElse(Duration.ZERO)))
                                .build());
    }

    /** {@return that the rest of the ladder is for another run, which may ask more} */
    Optional<Identity> postponed(String reason, Instant now) {
        return unavailable(PendingCause.BUDGET, reason, Optional.empty(), now);
    }

    /** {@return what is known when no rung is left to ask, when that changed} */
    Optional<Identity> finished(Instant now) {
        if (done || quick) {
            return Optional.empty();
        }
        return misses.isEmpty()
                ? pending(
                        PendingCause.NO_HASH,
                        "None of the hashes it can be asked by could be computed",
                        now)
                : notFound(now);
    }

    private boolean isKnown() {
        return before.state() == State.FOUND || before.state() == State.NOT_FOUND;
    }

    private IdentityBuilder known(State state, Instant now) {
        return IdentityBuilder.of(before, state).misses(misses).askedAt(now);
    }
}
