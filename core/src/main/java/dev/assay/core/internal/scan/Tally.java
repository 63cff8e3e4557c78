package dev.assay.core.internal.scan;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.core.model.ScanSummary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what a scan does. Used by the scan's own thread. */
final class Tally {
    int fresh;
    int changed;
    int moved;
    int unchanged;
    int missing;
    int requests;
    long hashedBytes;

    /** {@return the numbers, with those of the look-ups read off the entries} */
    ScanSummary summary(List<CatalogEntry> entries) {
        return new ScanSummary(
                fresh,
                changed,
                moved,
                unchanged,
                missing,
                hashedBytes,
                count(entries, Identity.State.FOUND),
                count(entries, Identity.State.NOT_FOUND),
                count(entries, Identity.State.PENDING),
                count(entries, Identity.State.DENIED),
                requests);
    }

    /** A file counts once, by the best that any provider said. */
    private static int count(List<CatalogEntry> entries, Identity.State state) {
        return (int) entries.stream().filter(entry -> best(entry) == state).count();
    }

    private static Identity.State best(CatalogEntry entry) {
        Set<Identity.State> said =
                entry.identities().stream().map(Identity::state).collect(Collectors.toSet());
        return said.stream().min(Enum::compareTo).orElse(Identity.State.NOT_ASKED);
    }
}
