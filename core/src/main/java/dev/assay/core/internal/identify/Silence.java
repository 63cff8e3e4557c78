package dev.assay.core.internal.identify;

import dev.assay.core.model.PendingCause;
import dev.assay.core.model.Unanswered;
import dev.assay.provider.spi.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what a provider gave no answer to in one run, by the kind of trouble. What is known of a
 * file does not tell, since an error leaves it as it was. Used by one thread at a time.
 */
final class Silence {
    private final String provider;
    private final Map<Optional<PendingCause>, Unanswered> byCause = new LinkedHashMap<>();

    Silence(String provider) {
        this.provider = provider;
    }

    /** Takes what came of a question about so many contents. */
    void take(Outcome outcome, int files) {
        switch (outcome) {
            case Outcome.Found _, Outcome.NotFound _ -> {}
            case Outcome.Unavailable none ->
                    add(
                            new Unanswered(
                                    provider,
                                    Optional.of(Ascent.cause(none.cause())),
                                    none.reason(),
                                    Optional.empty(),
                                    files));
            case Outcome.Denied denied ->
                    add(
                            new Unanswered(
                                    provider,
                                    Optional.empty(),
                                    denied.reason(),
                                    Optional.of(denied.remedy()),
                                    files));
        }
    }

    private void add(Unanswered more) {
        byCause.merge(more.cause(), more, Silence::sum);
    }

    private static Unanswered sum(Unanswered first, Unanswered more) {
        return new Unanswered(
                first.provider(),
                first.cause(),
                first.reason(),
                first.remedy(),
                first.files() + more.files());
    }

    /** {@return what was taken so far} */
    List<Unanswered> all() {
        return List.copyOf(byCause.values());
    }
}
