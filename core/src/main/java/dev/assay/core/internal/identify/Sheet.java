package dev.assay.core.internal.identify;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Outcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** Takes the answers of one call from the provider's thread over to ours. */
final class Sheet implements Answers {
    private final Set<Digest> open;
    private final Set<Digest> asked;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    private record Answer(Digest asked, Outcome outcome) {}

    Sheet(Collection<Digest> asked) {
        this.asked = Set.copyOf(asked);
        this.open = new HashSet<>(asked);
    }

    @Override
    public void put(Digest digest, Outcome outcome) {
        if (!asked.contains(digest)) {
            throw new IllegalArgumentException(
                    "Nobody asked for the %s %s".formatted(digest.id(), digest.hex()));
        }
        if (take(digest)) {
            answers.add(new Answer(digest, outcome));
        }
    }

    private synchronized boolean take(Digest digest) {
        return open.remove(digest);
    }

    /** Hands over what was answered since the last time. */
    void drain(BiConsumer<Digest, Outcome> to) {
        for (Answer next = answers.poll(); next != null; next = answers.poll()) {
            to.accept(next.asked(), next.outcome());
        }
    }

    /** {@return what stayed without an answer; from now on none is taken} */
    synchronized Set<Digest> close() {
        Set<Digest> left = Set.copyOf(open);
        open.clear();
        return left;
    }
}
