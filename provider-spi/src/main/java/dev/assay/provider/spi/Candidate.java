package dev.assay.provider.spi;

/**
 * One model version that may be the file.
 *
 * @param model what the provider says of it
 * @param match how well it matches, as far as the provider can tell; the core may grade it down
 */
public record Candidate(ModelInfo model, Match match) {}
