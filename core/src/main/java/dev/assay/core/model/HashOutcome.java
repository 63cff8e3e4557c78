package dev.assay.core.model;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;

/** What came of one hash of one file. */
public sealed interface HashOutcome {

    /** {@return the recipe} */
    HashId id();

    /**
     * The digest.
     *
     * @param digest the value with its recipe
     */
    record Computed(Digest digest) implements HashOutcome {
        @Override
        public HashId id() {
            return digest.id();
        }
    }

    /**
     * The recipe does not exist for this file.
     *
     * @param id the recipe
     * @param reason why, for a person
     */
    record Undefined(HashId id, String reason) implements HashOutcome {}

    /**
     * It could not be computed.
     *
     * @param id the recipe
     * @param reason why, for a person; may hold text that is not trusted
     */
    record Failed(HashId id, String reason) implements HashOutcome {}
}
