package dev.assay.core.internal.plugin;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;

/**
 * Stands between the core and a stranger's algorithm. What it answers about itself was asked once
 * and never changes; every call of its code goes through the guard, and what comes back is checked.
 * The core sees an algorithm that keeps its contract, or a {@link PluginFailure} in time.
 *
 * <p>Our own algorithms go without: they are proved by the same contract kit, and a block of a few
 * MiB costs them no change of thread.
 */
final class GuardedHash {
    private final AlgorithmInfo info;
    private final Guard guard;

    private GuardedHash(AlgorithmInfo info, Guard guard) {
        this.info = info;
        this.guard = guard;
    }

    /** {@return the algorithm to use in place of this one} */
    static HashAlgorithm of(HashAlgorithm algorithm, AlgorithmInfo info, Guard guard) {
        if (!guard.isBounded()) {
            return algorithm;
        }
        GuardedHash hash = new GuardedHash(info, guard);
        return switch (algorithm) {
            case StreamHash stream -> new GuardedStream(hash, stream);
            case TreeHash tree -> new GuardedTree(hash, tree, hash.segmentSize(tree));
            case DerivedHash derived -> new GuardedDerived(hash, derived, hash.source(derived));
        };
    }

    private int segmentSize(TreeHash tree) {
        int size = guard.attempt(call("segmentSize()"), tree::segmentSize);
        if (size < 1 << 16 || size > 1 << 22 || Integer.bitCount(size) != 1) {
            throw refuse("segmentSize() returned " + size);
        }
        return size;
    }

    private HashId source(DerivedHash derived) {
        return guard.attempt(call("source()"), derived::source);
    }

    HashId id() {
        return info.id();
    }

    String name() {
        return info.name();
    }

    int length() {
        return info.bits() / 8;
    }

    String purpose() {
        return info.purpose();
    }

    Guard guard() {
        return guard;
    }

    /** {@return a call of this hash, for a message} */
    String call(String method) {
        return "%s of '%s'".formatted(method, id());
    }

    /** {@return the failure of a hash that answered what no one can use} */
    PluginFailure refuse(String message) {
        return guard.refuse("'%s': %s".formatted(id(), message));
    }

    /** {@return the same bytes} */
    byte[] checked(byte[] digest, String method) {
        if (digest.length != length()) {
            throw refuse(
                    "%s returned %d bytes instead of %d"
                            .formatted(method, digest.length, length()));
        }
        return digest;
    }
}
