package dev.assay.core.model;

/**
 * Files and their size.
 *
 * @param files how many
 * @param bytes of all of them together; a file with several names, which are links, counts once
 */
public record FileCount(long files, long bytes) {}
