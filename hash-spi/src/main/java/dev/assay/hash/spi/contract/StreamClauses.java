package dev.assay.hash.spi.contract;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;

/** What a hash that reads its bytes in order must keep. */
final class StreamClauses {
    private static final int LENGTH = 100_007;
    private static final List<Integer> CUTS = List.of(1, 63, 64, 97, 4096, 65_536);

    private StreamClauses() {}

    static List<Clause> of(StreamHash hash) {
        return List.of(
                new Clause(
                        "finish() gives length() bytes, for no bytes too", () -> keepsLength(hash)),
                new Clause(
                        "the value does not depend on how the bytes are cut", () -> anyCut(hash)),
                new Clause("update() reads its buffer to the limit", () -> readsToTheLimit(hash)),
                new Clause("update() keeps no part of its buffer", () -> keepsNothing(hash)),
                new Clause("computations do not disturb each other", () -> keepsApart(hash)),
                new Clause("other bytes give another value", () -> tellsApart(hash)),
                new Clause("scope() lies inside the file, for every file", () -> staysInside(hash)),
                new Clause("scope() is the same at every call", () -> repeatsScope(hash)));
    }

    private static void keepsLength(StreamHash hash) {
        Expect.same(hash.length(), hash.newHasher().finish().length);
        Expect.same(hash.length(), digest(hash, Expect.sample(LENGTH), LENGTH).length);
    }

    private static void anyCut(StreamHash hash) {
        byte[] bytes = Expect.sample(LENGTH);
        byte[] whole = digest(hash, bytes, LENGTH);
        for (int cut : CUTS) {
            int most = cut == 1 ? 1000 : LENGTH;
            byte[] part = java.util.Arrays.copyOf(bytes, most);
            Expect.same(most == LENGTH ? whole : digest(hash, part, most), digest(hash, part, cut));
        }
    }

    private static void readsToTheLimit(StreamHash hash) {
        ByteBuffer bytes = direct(Expect.sample(LENGTH));
        bytes.position(3).limit(LENGTH - 5);
        hash.newHasher().update(bytes);
        Expect.same(0, bytes.remaining());
        Expect.same(LENGTH - 5, bytes.limit());
    }

    private static void keepsNothing(StreamHash hash) {
        byte[] bytes = Expect.sample(LENGTH);
        StreamHash.Hasher hasher = hash.newHasher();
        ByteBuffer reused = ByteBuffer.allocateDirect(LENGTH);
        hasher.update(reused.put(bytes).flip().asReadOnlyBuffer());
        reused.clear().put(new byte[LENGTH]);
        Expect.same(digest(hash, bytes, LENGTH), hasher.finish());
    }

    private static void keepsApart(StreamHash hash) {
        byte[] bytes = Expect.sample(LENGTH);
        byte[] expected = digest(hash, bytes, LENGTH);
        StreamHash.Hasher one = hash.newHasher();
        StreamHash.Hasher other = hash.newHasher();
        other.update(direct(new byte[17]));
        one.update(direct(bytes));
        other.finish();
        Expect.same(expected, one.finish());
    }

    private static void tellsApart(StreamHash hash) {
        byte[] bytes = Expect.sample(LENGTH);
        byte[] first = digest(hash, bytes, LENGTH);
        bytes[LENGTH / 2] ^= 1;
        Expect.differ(first, digest(hash, bytes, LENGTH));
    }

    private static void staysInside(StreamHash hash) {
        for (FileFacts file : files()) {
            if (hash.scope(file) instanceof Scope.Bytes(List<Scope.Range> ranges)) {
                ranges.forEach(
                        range -> Expect.that(range.end() <= file.size(), range + " of " + file));
            }
        }
    }

    private static void repeatsScope(StreamHash hash) {
        files().forEach(file -> Expect.same(hash.scope(file), hash.scope(file)));
    }

    private static List<FileFacts> files() {
        return java.util.stream.LongStream.of(
                        0, 1, 8, 8191, 8192, 8193, 1 << 20, (2 << 20) - 1, 2 << 20, 1L << 42)
                .boxed()
                .flatMap(size -> kinds(size).stream())
                .toList();
    }

    private static List<FileFacts> kinds(long size) {
        return List.of(
                FileFacts.ofSize(size),
                new FileFacts(size, "safetensors", OptionalLong.empty()),
                new FileFacts(size, "safetensors", OptionalLong.of(size / 2)),
                new FileFacts(size, "gguf", OptionalLong.of(size)));
    }

    private static byte[] digest(StreamHash hash, byte[] bytes, int cut) {
        StreamHash.Hasher hasher = hash.newHasher();
        ByteBuffer all = direct(bytes);
        for (int at = 0; at < bytes.length; at += cut) {
            hasher.update(all.slice(at, Math.min(cut, bytes.length - at)));
        }
        return hasher.finish();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
