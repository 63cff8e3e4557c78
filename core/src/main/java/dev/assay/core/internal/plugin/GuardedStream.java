package dev.assay.core.internal.plugin;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;

/** A stranger's stream hash behind the guard. */
record GuardedStream(GuardedHash hash, StreamHash theirs) implements StreamHash {
    private static final int MAX_RANGES = 10_000;

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
    public Scope scope(FileFacts file) {
        Scope scope = hash.guard().attempt(hash.call("scope()"), () -> theirs.scope(file));
        return switch (scope) {
            case Scope.Undefined undefined ->
                    new Scope.Undefined(Faults.shortened(undefined.reason()));
            case Scope.Bytes bytes -> checked(bytes, file);
        };
    }

    private Scope checked(Scope.Bytes bytes, FileFacts file) {
        if (bytes.ranges().size() > MAX_RANGES) {
            throw hash.refuse("scope() returned %d ranges".formatted(bytes.ranges().size()));
        }
        if (!bytes.ranges().isEmpty() && bytes.ranges().getLast().end() > file.size()) {
            throw hash.refuse(
                    "scope() goes to byte %d of a file of %d bytes"
                            .formatted(bytes.ranges().getLast().end(), file.size()));
        }
        return bytes;
    }

    @Override
    public Hasher newHasher() {
        Hasher hasher = hash.guard().attempt(hash.call("newHasher()"), theirs::newHasher);
        return new GuardedHasher(hash, hasher);
    }

    private record GuardedHasher(GuardedHash hash, Hasher theirs) implements Hasher {

        @Override
        public void update(ByteBuffer bytes) {
            boolean left =
                    hash.guard()
                            .attempt(
                                    hash.call("update()"),
                                    () -> {
                                        theirs.update(bytes);
                                        return bytes.hasRemaining();
                                    });
            if (left) {
                throw hash.refuse("update() did not read its bytes to the end");
            }
        }

        @Override
        public byte[] finish() {
            return hash.checked(
                    hash.guard().attempt(hash.call("finish()"), theirs::finish), "finish()");
        }
    }
}
