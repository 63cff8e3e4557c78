package dev.assay.core.internal.identify;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Unanswered;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/**
 * Asks providers who files are, each by the ladder of hashes it accepts: what the catalog knows is
 * not asked; the first hash is asked for all files together where the provider can; the next one
 * only for what the one before did not find.
 */
public final class Identification {
    private final List<OpenProvider> providers;
    private final InstantSource clock;
    private final Policy policy;

    /** Looks up at these providers, in this order. */
    public Identification(List<OpenProvider> providers, InstantSource clock, Policy policy) {
        this.providers = List.copyOf(providers);
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * What a run did.
     *
     * @param requests how many were sent
     * @param notAllowed providers that were not asked, for want of a secret or the user's word
     * @param unanswered what those that were asked gave no answer to
     */
    public record Summary(int requests, List<String> notAllowed, List<Unanswered> unanswered) {

        /** Copies the lists. */
        public Summary {
            notAllowed = List.copyOf(notAllowed);
            unanswered = List.copyOf(unanswered);
        }
    }

    /**
     * {@return the hashes to compute of a file before it is asked about, by any provider allowed}
     */
    public Set<HashId> hashesNeeded(boolean anonymous) {
        Set<HashId> hashes = new LinkedHashSet<>();
        for (OpenProvider provider : providers) {
            if (provider.mayBeAsked(anonymous)) {
                provider.accepts().stream().map(Accepted::hash).forEach(hashes::add);
            }
        }
        return hashes;
    }

    /**
     * {@return whether this question has anything open at a provider that may be asked} So that
     * only files are hashed that will be asked about.
     */
    public boolean isOpen(Question question, Order order) {
        Instant now = clock.instant();
        return providers.stream()
                .filter(provider -> provider.mayBeAsked(order.anonymous()))
                .anyMatch(one -> Ascent.isOpen(question.known(one.name()), question, order, now));
    }

    /**
     * Asks what is open.
     *
     * @param questions one for each content
     * @param sink takes each answer as soon as it is there, on this thread, so that a run which is
     *     killed keeps it. The last one for a question and a provider counts: between two rungs it
     *     is pending. Where nothing new is known, nothing is told.
     * @throws CancellationException when cancelled; answers so far were told
     */
    public Summary run(
            List<Question> questions,
            Order order,
            Cancellation cancellation,
            BiConsumer<Question, Identity> sink) {
        int before = requests();
        List<Unanswered> unanswered = new ArrayList<>();
        for (OpenProvider provider : providers) {
            if (provider.mayBeAsked(order.anonymous())) {
                unanswered.addAll(ask(provider, questions, order, cancellation, sink));
            }
        }
        return new Summary(requests() - before, notAllowed(order.anonymous()), unanswered);
    }

    /** {@return the providers that may not be asked, for want of a secret or the user's word} */
    public List<String> notAllowed(boolean anonymous) {
        return providers.stream()
                .filter(provider -> !provider.mayBeAsked(anonymous))
                .map(OpenProvider::name)
                .toList();
    }

    /** {@return the providers that are open to this question and may not be asked} */
    public List<String> notAllowed(Question question, Order order) {
        Instant now = clock.instant();
        return providers.stream()
                .filter(provider -> !provider.mayBeAsked(order.anonymous()))
                .map(OpenProvider::name)
                .filter(name -> Ascent.isOpen(question.known(name), question, order, now))
                .toList();
    }

    private List<Unanswered> ask(
            OpenProvider provider,
            List<Question> questions,
            Order order,
            Cancellation cancellation,
            BiConsumer<Question, Identity> sink) {
        Instant now = clock.instant();
        List<Ascent> ascents =
                questions.stream()
                        .filter(one -> Ascent.isOpen(one.known(provider.name()), one, order, now))
                        .map(one -> new Ascent(one, one.known(provider.name()), policy, order, now))
                        .toList();
        if (ascents.isEmpty()) {
            return List.of();
        }
        provider.beginRun();
        return new Climb(provider, ascents, order.maxRequests(), clock, cancellation, sink).run();
    }

    /** {@return how many requests were sent so far} */
    public int requests() {
        return providers.stream().mapToInt(OpenProvider::requests).sum();
    }
}
