package dev.assay.core.model;

import dev.assay.hash.spi.HashId;

/**
 * One installed hash algorithm.
 *
 * @param id its id
 * @param name its name to show
 * @param bits length of a digest in bits
 * @param shape {@code stream}, {@code tree} or {@code derived}
 * @param purpose what it is good for
 * @param origin the module or class that brings it
 */
public record AlgorithmInfo(
        HashId id, String name, int bits, String shape, String purpose, String origin) {}
