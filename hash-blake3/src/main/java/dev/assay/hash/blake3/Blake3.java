package dev.assay.hash.blake3;

import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import java.util.Optional;

/** BLAKE3 with its usual 256 bits, without key. */
final class Blake3 implements TreeHash {
    /** Large enough to keep all lanes busy, small enough for the second-level cache. */
    static final int SEGMENT = 512 * Spec.CHUNK;

    static final int LENGTH = 32;
    private static final HashId ID = HashId.of("blake3");

    @Override
    public HashId id() {
        return ID;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public String purpose() {
        return "fast and strong; CivitAI knows it too";
    }

    @Override
    public int segmentSize() {
        return SEGMENT;
    }

    @Override
    public Hasher newHasher(long length, Workload run) {
        return new Blake3Hasher(length, Kernels.forRun(length, run.plannedBytes()));
    }

    @Override
    public Optional<Hasher> newHasher(Workload run) {
        return Optional.of(
                new Blake3PipeHasher(Kernels.forRun(Long.MAX_VALUE, run.plannedBytes())));
    }
}
