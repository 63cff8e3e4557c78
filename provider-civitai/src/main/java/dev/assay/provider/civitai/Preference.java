package dev.assay.provider.civitai;

import dev.assay.provider.spi.Candidate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of several versions with the same file comes first: a confirmed one, then the oldest. */
final class Preference {
    private static final Comparator<Candidate> ORDER =
            Comparator.comparing(Candidate::match)
                    .thenComparing(one -> one.model().published().orElse(Instant.MAX))
                    .thenComparingLong(one -> Long.parseLong(one.model().versionId()));

    private Preference() {}

    static List<Candidate> sorted(Collection<Candidate> candidates) {
        return candidates.stream().sorted(ORDER).toList();
    }
}
