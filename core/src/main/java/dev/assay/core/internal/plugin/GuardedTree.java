package dev.assay.core.internal.plugin;

import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import java.lang.foreign.MemorySegment;

/** A stranger's tree hash behind the guard. */
record GuardedTree(GuardedHash hash, TreeHash theirs, int segmentSize) implements TreeHash {

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
    public Hasher newHasher(long length, Workload run) {
        Hasher hasher =
                hash.guard().attempt(hash.call("newHasher()"), () -> theirs.newHasher(length, run));
        return new GuardedHasher(hash, hasher);
    }

    private record GuardedHasher(GuardedHash hash, Hasher theirs) implements Hasher {

        @Override
        public void update(long index, MemorySegment bytes) {
            hash.guard()
                    .attempt(
                            hash.call("update()"),
                            () -> {
                                theirs.update(index, bytes);
                                return true;
                            });
        }

        @Override
        public byte[] finish() {
            return hash.checked(
                    hash.guard().attempt(hash.call("finish()"), theirs::finish), "finish()");
        }
    }
}
