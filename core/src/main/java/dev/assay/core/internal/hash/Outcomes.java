package dev.assay.core.internal.hash;

import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashAlgorithm;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a plugin returns or throws into an outcome. */
final class Outcomes {
    private Outcomes() {}

    static HashOutcome computed(HashAlgorithm hash, Supplier<byte @Nullable []> finish) {
        try {
            byte[] digest = finish.get();
            if (digest == null) {
                return new HashOutcome.Failed(hash.id(), "it gave no digest");
            }
            return digest.length == hash.length()
                    ? new HashOutcome.Computed(Digest.of(hash.id(), digest))
                    : new HashOutcome.Failed(
                            hash.id(),
                            "it gave %d bytes instead of %d"
                                    .formatted(digest.length, hash.length()));
        } catch (RuntimeException | LinkageError e) {
            return new HashOutcome.Failed(hash.id(), Guard.describe(e));
        }
    }
}
