package dev.assay.hash.spi;

/** A hash made from another hash of the same file, such as AutoV2 from SHA-256. */
public non-sealed interface DerivedHash extends HashAlgorithm {

    /**
     * {@return the hash this one is made from} The core computes it first, refuses a cycle when it
     * loads the plugin, and where the source is undefined for a file, so is this one, for the same
     * reason.
     */
    HashId source();

    /**
     * Makes the value.
     *
     * @param source the bytes of the source's digest; a fresh array
     * @return the bytes of this digest
     */
    byte[] derive(byte[] source);
}
