package dev.assay.core.model;

/**
 * Some or all files of the catalog in numbers.
 *
 * @param files how many, the missing ones included
 * @param bytes of all of them together; a file with several names, which are links, counts once
 * @param missing of them, gone at the last scan
 * @param hashed of them, with a SHA-256
 * @param identified of them, known to a provider
 * @param pickles of them, in a format whose loader can run code
 * @param duplicateBytes what all copies beyond the first take up; names of one file count once
 * @param roots that hold them
 */
public record CatalogOverview(
        long files,
        long bytes,
        long missing,
        long hashed,
        long identified,
        long pickles,
        long duplicateBytes,
        long roots) {}
