package dev.assay.core.internal.identify;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How well a candidate matches, whatever the provider says of itself. */
final class Grading {
    /** Confirmed files first, then the oldest, as the original is most likely the first upload. */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing(Candidate::match)
                    .thenComparing(
                            one -> one.model().published().orElse(Instant.MAX),
                            Comparator.naturalOrder());

    private Grading() {}

    /**
     * {@return the candidate, graded down when it claims a match and lists files with digests of
     * this recipe of which none is the one that was asked for}
     */
    static Candidate check(Candidate candidate, Digest asked) {
        boolean claimed =
                candidate.match() == Match.EXACT || candidate.match() == Match.SAME_TENSORS;
        List<Digest> published =
                candidate.model().files().stream()
                        .flatMap(file -> file.digests().stream())
                        .filter(digest -> digest.id().equals(asked.id()))
                        .toList();
        return claimed && !published.isEmpty() && !published.contains(asked)
                ? new Candidate(candidate.model(), Match.MISMATCH)
                : candidate;
    }
}
