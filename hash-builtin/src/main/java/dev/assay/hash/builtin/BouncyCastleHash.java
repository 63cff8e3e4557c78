package dev.assay.hash.builtin;

import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;

/** One digest of Bouncy Castle, which is not touched before the first computation. */
record BouncyCastleHash(HashId id, int length, String purpose) implements StreamHash {

    BouncyCastleHash(String id, int length, String purpose) {
        this(HashId.of(id), length, purpose);
    }

    @Override
    public Hasher newHasher() {
        return BouncyCastleHasher.of(id.value());
    }
}
