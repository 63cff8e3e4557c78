package dev.assay.provider.spi;

import dev.assay.hash.spi.Digest;

/** Takes a provider's answers. Implemented by the core; safe for use from any thread. */
public interface Answers {

    /**
     * Records the outcome of one question. The first answer to a digest counts; a digest that was
     * not asked about is refused.
     *
     * @param asked one of the digests of the call
     * @param outcome what is known
     */
    void put(Digest asked, Outcome outcome);
}
