package dev.assay.core.internal.scan;

import dev.assay.core.internal.catalog.Quiet;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.core.model.ScanSummary;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what a scan does. Used by the scan's own thread. */
final class Tally {
    private int fresh;
    private int changed;
    private int moved;
    int unchanged;
    int requests;
    long hashedBytes;

    /** Those whose digests were computed when their header was read. */
    int smallHashed;

    /** How a file that was found stands to what was known. */
    enum Novelty {
        FRESH,
        CHANGED,
        MOVED,
        UNCHANGED
    }

    /** Counts a file that is remembered. */
    void count(Novelty novelty) {
        switch (novelty) {
            case FRESH -> fresh++;
            case CHANGED -> changed++;
            case MOVED -> moved++;
            case UNCHANGED -> unchanged++;
        }
    }

    /** {@return how many files were found so far} */
    int found() {
        return fresh + changed + moved + unchanged;
    }

    /**
     * {@return the numbers}
     *
     * @param sighted files that were looked up, to be read for what their providers said
     * @param quiet those that were not
     * @param missing files that are gone
     * @param unreadable files that could not be read
     */
    ScanSummary summary(
            List<CatalogEntry> sighted, List<Quiet> quiet, int missing, int unreadable) {
        Map<Identity.State, Integer> said = new EnumMap<>(Identity.State.class);
        sighted.forEach(entry -> said.merge(best(entry), 1, Integer::sum));
        Set<Path> counted =
                sighted.stream().map(entry -> entry.file().path()).collect(Collectors.toSet());
        for (Quiet one : quiet) {
            one.states(counted).forEach((state, count) -> said.merge(state, count, Integer::sum));
        }
        return new ScanSummary(
                fresh,
                changed,
                moved,
                unchanged,
                missing,
                unreadable,
                hashedBytes,
                said.getOrDefault(Identity.State.FOUND, 0),
                said.getOrDefault(Identity.State.NOT_FOUND, 0),
                said.getOrDefault(Identity.State.PENDING, 0),
                said.getOrDefault(Identity.State.DENIED, 0),
                requests);
    }

    /** A file counts once, by the best that any provider said. */
    private static Identity.State best(CatalogEntry entry) {
        Set<Identity.State> said =
                entry.identities().stream().map(Identity::state).collect(Collectors.toSet());
        return said.stream().min(Enum::compareTo).orElse(Identity.State.NOT_ASKED);
    }
}
