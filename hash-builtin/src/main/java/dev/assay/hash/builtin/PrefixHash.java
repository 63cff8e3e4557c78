package dev.assay.hash.builtin;

import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashId;
import java.util.Arrays;

/** The first bytes of another digest. */
record PrefixHash(HashId id, String name, HashId source, int length, String purpose)
        implements DerivedHash {
    @Override
    public byte[] derive(byte[] digest) {
        return Arrays.copyOf(digest, length);
    }
}
