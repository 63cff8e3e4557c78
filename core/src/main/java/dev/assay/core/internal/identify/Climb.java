package dev.assay.core.internal.identify;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Unanswered;
import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Gatherers;

/** All questions of a run on their way up the ladder of one provider, rung by rung. */
final class Climb {
    private final OpenProvider provider;
    private final List<Ascent> ascents;
    private final InstantSource clock;
    private final Cancellation cancellation;
    private final BiConsumer<Question, Identity> sink;
    private final Silence silence;
    private int singlesLeft;

    Climb(
            OpenProvider provider,
            List<Ascent> ascents,
            int maxRequests,
            InstantSource clock,
            Cancellation cancellation,
            BiConsumer<Question, Identity> sink) {
        this.provider = provider;
        this.ascents = ascents;
        this.clock = clock;
        this.cancellation = cancellation;
        this.sink = sink;
        this.silence = new Silence(provider.name());
        this.singlesLeft = maxRequests;
    }

    /** {@return what got no answer} */
    List<Unanswered> run() {
        List<Accepted> ladder = provider.accepts();
        for (int rung = 0; rung < ladder.size(); rung++) {
            ask(ladder.get(rung), ladder.subList(rung + 1, ladder.size()));
        }
        for (Ascent ascent : ascents) {
            tell(ascent, ascent.finished(clock.instant()));
        }
        return silence.all();
    }

    /** Files with the same content, or the same tensors, are one question. */
    private void ask(Accepted rung, List<Accepted> higher) {
        Map<Digest, List<Ascent>> open = new LinkedHashMap<>();
        for (Ascent ascent : ascents) {
            ascent.ask(rung.hash())
                    .ifPresent(digest ->
                            open.computeIfAbsent(digest, _ -> new ArrayList<>()).add(ascent));
        }
        List<Digest> digests = withinBudget(rung, open);
        digests.stream()
                .gather(Gatherers.windowFixed(batch(rung, digests)))
                .forEach(batch -> ask(rung, batch, open, higher));
    }

    /** Room for a batch is taken beforehand, and a provider may say that it knows no limit. */
    private static int batch(Accepted rung, List<Digest> digests) {
        return Math.clamp(digests.size(), 1, rung.batch());
    }

    private List<Digest> withinBudget(Accepted rung, Map<Digest, List<Ascent>> open) {
        List<Digest> digests = List.copyOf(open.keySet());
        if (rung.bulk()) {
            return digests;
        }
        int allowed = Math.min(singlesLeft, digests.size());
        for (Digest later : digests.subList(allowed, digests.size())) {
            for (Ascent ascent : open.getOrDefault(later, List.of())) {
                tell(ascent, ascent.postponed(overBudget(rung), clock.instant()));
            }
        }
        singlesLeft -= allowed;
        return digests.subList(0, allowed);
    }

    private static String overBudget(Accepted rung) {
        return ("Over this run's budget for questions by %s, which cost a request each; asked in the"
                        + " next run")
                .formatted(rung.hash());
    }

    private void ask(
            Accepted rung,
            List<Digest> batch,
            Map<Digest, List<Ascent>> open,
            List<Accepted> higher) {
        Sheet sheet = new Sheet(batch);
        Runnable takeUp =
                () ->
                        sheet.drain((digest, outcome) ->
                                answer(
                                        rung,
                                        outcome,
                                        open.getOrDefault(digest, List.of()),
                                        higher));
        provider.lookUp(batch, sheet, cancellation, takeUp);
        for (Digest left : sheet.close()) {
            Outcome none = Outcome.Unavailable.because("It gave no answer to this one");
            answer(rung, none, open.getOrDefault(left, List.of()), higher);
        }
    }

    private void answer(
            Accepted rung, Outcome outcome, List<Ascent> askers, List<Accepted> higher) {
        silence.take(outcome, askers.size());
        Instant now = clock.instant();
        for (Ascent ascent : askers) {
            tell(ascent, ascent.answer(rung, outcome, higher, now));
        }
    }

    private void tell(Ascent ascent, Optional<Identity> news) {
        news.ifPresent(identity -> sink.accept(ascent.question(), identity));
    }
}
