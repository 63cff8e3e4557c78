package dev.assay.core.model;

/**
 * Files that share something.
 *
 * @param key what they share; empty for those that have none
 * @param files how many
 * @param bytes of all of them together; a file with several names, which are links, counts once
 */
public record FileGroup(String key, long files, long bytes) {}
