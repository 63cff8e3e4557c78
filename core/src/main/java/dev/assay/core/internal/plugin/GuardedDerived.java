package dev.assay.core.internal.plugin;

import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashId;

/** A stranger's derived hash behind the guard. */
record GuardedDerived(GuardedHash hash, DerivedHash theirs, HashId source) implements DerivedHash {

    @Override
    public HashId id() {
        return hash.id();
    }

    @Override
    public String name() {
        return hash.name();
    }

    @Override
    public int length() {
        return hash.length();
    }

    @Override
    public String purpose() {
        return hash.purpose();
    }

    @Override
    public byte[] derive(byte[] sourceDigest) {
        return hash.checked(
                hash.guard().attempt(hash.call("derive()"), () -> theirs.derive(sourceDigest)),
                "derive()");
    }
}
