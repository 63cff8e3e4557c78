package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.model.Safety.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The zips within one source that were scanned. A member whose size is left open reaches to the end
 * of the file, so the same bytes lie in all members before them: each more such member would double
 * the work.
 */
final class Visits {

    private final Map<ByteSource, Visit> visits = new HashMap<>();

    private record Visit(int depth, Verdict verdict) {}

    /** {@return how it was judged, unless it lay deeper then, where less of it is scanned} */
    Optional<Verdict> verdict(ByteSource zip, int depth) {
        return Optional.ofNullable(visits.get(zip))
                .filter(visit -> visit.depth() <= depth)
                .map(Visit::verdict);
    }

    void note(ByteSource zip, int depth, Verdict verdict) {
        visits.put(zip, new Visit(depth, verdict));
    }
}
