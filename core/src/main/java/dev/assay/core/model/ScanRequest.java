package dev.assay.core.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What to scan and how far to go.
 *
 * @param roots folders, or single files
 * @param hash which files get full digests
 * @param identify which files are looked up, when a provider has a token or {@code anonymous} holds
 * @param anonymous whether providers may be asked without a token
 * @param refresh whether to ask again whatever is known, except what a person said
 * @param rehash whether to compute digests again that the catalog has
 * @param followLinks whether to follow symbolic links; cycles are recognised
 * @param maxDepth folders below a root, 0 for the root's own files
 * @param maxRequests budget for questions that cost a request each
 * @param touchedOnly whether the report lists only the files that are new, changed, or known under
 *     another path; telling all of a large collection costs more than finding out that nothing
 *     changed
 */
public record ScanRequest(
        List<Path> roots,
        HashChoice hash,
        IdentifyChoice identify,
        boolean anonymous,
        boolean refresh,
        boolean rehash,
        boolean followLinks,
        int maxDepth,
        int maxRequests,
        boolean touchedOnly) {

    /** How many questions that cost a request each a run may ask, unless told otherwise. */
    public static final int DEFAULT_MAX_REQUESTS = 50;

    /** Copies the list. */
    public ScanRequest {
        roots = List.copyOf(roots);
    }

    /**
     * {@return a scan of these folders with every default}
     *
     * @param roots folders, or single files
     */
    public static ScanRequest of(Path... roots) {
        return new ScanRequest(
                List.of(roots),
                new HashChoice.AsNeeded(),
                IdentifyChoice.OTHER,
                false,
                false,
                false,
                true,
                Integer.MAX_VALUE,
                DEFAULT_MAX_REQUESTS,
                false);
    }

    /**
     * {@return the same scan with another choice of files to hash}
     *
     * @param choice which files get full digests
     */
    public ScanRequest hashing(HashChoice choice) {
        return new ScanRequest(
                roots,
                choice,
                identify,
                anonymous,
                refresh,
                rehash,
                followLinks,
                maxDepth,
                maxRequests,
                touchedOnly);
    }

    /**
     * {@return the same scan with another choice of files to look up}
     *
     * @param choice which files are looked up
     * @param withoutToken whether providers may be asked without a token
     */
    public ScanRequest identifying(IdentifyChoice choice, boolean withoutToken) {
        return new ScanRequest(
                roots,
                hash,
                choice,
                withoutToken,
                refresh,
                rehash,
                followLinks,
                maxDepth,
                maxRequests,
                touchedOnly);
    }

    /**
     * {@return the same scan, asking and hashing again what is known}
     *
     * @param askAgain whether to ask about what was not found before
     * @param hashAgain whether to compute digests that the catalog has
     */
    public ScanRequest again(boolean askAgain, boolean hashAgain) {
        return new ScanRequest(
                roots,
                hash,
                identify,
                anonymous,
                askAgain,
                hashAgain,
                followLinks,
                maxDepth,
                maxRequests,
                touchedOnly);
    }

    /**
     * {@return the same scan with other limits on the walk}
     *
     * @param follow whether symbolic links are followed
     * @param depth how many levels of folders
     */
    public ScanRequest walking(boolean follow, int depth) {
        return new ScanRequest(
                roots,
                hash,
                identify,
                anonymous,
                refresh,
                rehash,
                follow,
                depth,
                maxRequests,
                touchedOnly);
    }

    /**
     * {@return the same scan with another budget of single requests}
     *
     * @param budget how many questions may cost a request of their own
     */
    public ScanRequest asking(int budget) {
        return new ScanRequest(
                roots,
                hash,
                identify,
                anonymous,
                refresh,
                rehash,
                followLinks,
                maxDepth,
                budget,
                touchedOnly);
    }

    /** {@return the same scan with a report of the files that are new, changed or moved} */
    public ScanRequest reportingTouched() {
        return new ScanRequest(
                roots,
                hash,
                identify,
                anonymous,
                refresh,
                rehash,
                followLinks,
                maxDepth,
                maxRequests,
                true);
    }
}
