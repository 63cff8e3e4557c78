package dev.assay.core.internal.hash;

import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Small algorithms of every shape, good ones and bad ones. */
final class TestHashes {
    static final HashId SHA256 = HashId.of("sha256");
    static final HashId TREE = HashId.of("tree");
    static final int SEGMENT = 1 << 16;

    private TestHashes() {}

    static Map<HashId, HashAlgorithm> of(HashAlgorithm... hashes) {
        Map<HashId, HashAlgorithm> all = new HashMap<>();
        Arrays.stream(hashes).forEach(hash -> all.put(hash.id(), hash));
        return all;
    }

    static StreamHash sha256() {
        return ranged("sha256", Scope::wholeOf);
    }

    static StreamHash ranged(String id, Function<FileFacts, Scope> scope) {
        return new Stream(id, scope, 32, Sha::new);
    }

    /** A hash whose hasher does something odd before it takes bytes. */
    static StreamHash odd(String id, Consumer<ByteBuffer> before) {
        return new Stream(
                id,
                Scope::wholeOf,
                32,
                () ->
                        new Sha() {
                            @Override
                            public void update(ByteBuffer bytes) {
                                before.accept(bytes);
                                super.update(bytes);
                            }
                        });
    }

    /** A hash that gives this in place of a digest. */
    static StreamHash giving(String id, byte[] digest) {
        return new Stream(
                id,
                Scope::wholeOf,
                32,
                () ->
                        new Sha() {
                            @Override
                            public byte[] finish() {
                                return digest;
                            }
                        });
    }

    record Stream(HashId id, Function<FileFacts, Scope> range, int length, Supplier<Hasher> hashers)
            implements StreamHash {
        Stream(String id, Function<FileFacts, Scope> range, int length, Supplier<Hasher> hashers) {
            this(HashId.of(id), range, length, hashers);
        }

        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public Scope scope(FileFacts file) {
            return range.apply(file);
        }

        @Override
        public Hasher newHasher() {
            return hashers.get();
        }
    }

    private static class Sha implements StreamHash.Hasher {
        private final MessageDigest state = digest();

        @Override
        public void update(ByteBuffer bytes) {
            state.update(bytes);
        }

        @Override
        public byte[] finish() {
            return state.digest();
        }
    }

    /** SHA-256 over the SHA-256 of every 64 KiB. */
    record Tree(HashId id) implements TreeHash {
        Tree() {
            this(TREE);
        }

        @Override
        public int length() {
            return 32;
        }

        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public int segmentSize() {
            return SEGMENT;
        }

        @Override
        public Hasher newHasher(long length, Workload run) {
            return new TreeHasher();
        }

        @Override
        public Optional<Hasher> newHasher(Workload run) {
            return Optional.of(new TreeHasher());
        }
    }

    private static final class TreeHasher implements TreeHash.Hasher {
        private final Map<Long, byte[]> segments = new TreeMap<>();

        @Override
        public void update(long index, MemorySegment bytes) {
            MessageDigest one = digest();
            one.update(bytes.asByteBuffer());
            synchronized (this) {
                if (segments.put(index, one.digest()) != null) {
                    throw new IllegalStateException("Segment " + index + " twice");
                }
            }
        }

        @Override
        public synchronized byte[] finish() {
            MessageDigest all = digest();
            segments.values().forEach(all::update);
            return all.digest();
        }
    }

    static byte[] tree(byte[] file) {
        TreeHasher hasher = new TreeHasher();
        for (int at = 0; at == 0 || at < file.length; at += SEGMENT) {
            int end = Math.min(file.length, at + SEGMENT);
            hasher.update(at / SEGMENT, MemorySegment.ofArray(Arrays.copyOfRange(file, at, end)));
        }
        return hasher.finish();
    }

    record Prefix(HashId id, HashId source, int length) implements DerivedHash {
        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public byte[] derive(byte[] digest) {
            return Arrays.copyOf(digest, length);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static List<HashId> ids(HashAlgorithm... hashes) {
        return Arrays.stream(hashes).map(HashAlgorithm::id).toList();
    }
}
