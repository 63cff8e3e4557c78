package dev.assay.core.model;

/**
 * What a scan did, in numbers.
 *
 * @param fresh files that were not in the catalog
 * @param changed files whose bytes changed since
 * @param moved files that were known under another path
 * @param unchanged files that were not read again
 * @param missing files of the scanned roots that are gone
 * @param unreadable files that could not be read
 * @param hashedBytes bytes of model data read for digests
 * @param identified files that a provider knows
 * @param notFound files that the providers asked do not know
 * @param pending files to ask about again
 * @param denied files a provider refused to answer about
 * @param requests requests sent
 */
public record ScanSummary(
        int fresh,
        int changed,
        int moved,
        int unchanged,
        int missing,
        int unreadable,
        long hashedBytes,
        int identified,
        int notFound,
        int pending,
        int denied,
        int requests) {

    /** {@return how many files were found} */
    public int files() {
        return fresh + changed + moved + unchanged;
    }
}
