package dev.assay.provider.spi;

/** How well a found model matches the file that was asked about. */
public enum Match {
    /** The digest of the whole file is the one published for this model. */
    EXACT,
    /** The tensors are the published ones; the header of the file was edited. */
    SAME_TENSORS,
    /** Found by a hash that the file's header claims and nobody computed. */
    PROBABLE,
    /** The version is known by this hash, but its file is no longer listed there. */
    VERSION_ONLY,
    /** The answer lists files, and none of them has the digest that was asked about. */
    MISMATCH,
    /** A person said so. */
    MANUAL
}
