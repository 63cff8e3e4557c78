package dev.assay.provider.spi;

import dev.assay.hash.spi.HashId;

/**
 * A hash that a provider can be asked by.
 *
 * @param hash the recipe
 * @param batch how many digests one {@code lookUp} takes; 1 means that each question costs a
 *     request of its own, and the core then keeps a budget for them
 * @param match how well a file whose digest is known there matches; {@link Match#EXACT} for a
 *     digest over the whole file
 */
public record Accepted(HashId hash, int batch, Match match) {

    /** Refuses a batch of none. */
    public Accepted {
        if (batch < 1) {
            throw new IllegalArgumentException("A batch has at least one digest: " + batch);
        }
    }

    /** {@return whether one request answers many questions} */
    public boolean bulk() {
        return batch > 1;
    }
}
