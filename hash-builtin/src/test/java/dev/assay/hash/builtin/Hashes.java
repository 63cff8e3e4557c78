package dev.assay.hash.builtin;

import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Both plugins, run over bytes in memory. */
final class Hashes {
    static final List<? extends HashAlgorithm> ALL =
            Stream.of(new BuiltinHashes(), new BouncyCastleHashes())
                    .flatMap(plugin -> plugin.algorithms().stream())
                    .toList();

    private Hashes() {}

    static HashAlgorithm get(String id) {
        return ALL.stream().filter(hash -> hash.id().value().equals(id)).findFirst().orElseThrow();
    }

    static String hex(String id, byte[] file) {
        return hex(id, file, FileFacts.ofSize(file.length));
    }

    /** The digest in hexadecimal, or the reason why there is none. */
    static String hex(String id, byte[] file, FileFacts facts) {
        return switch (get(id)) {
            case DerivedHash derived -> {
                String source = hex(derived.source().value(), file, facts);
                yield source.matches("[0-9a-f]{64}")
                        ? HexFormat.of().formatHex(derived.derive(HexFormat.of().parseHex(source)))
                        : source;
            }
            case StreamHash stream ->
                    switch (stream.scope(facts)) {
                        case Scope.Undefined(String reason) -> reason;
                        case Scope.Bytes(List<Scope.Range> ranges) -> hex(stream, file, ranges);
                    };
            case TreeHash tree -> throw new AssertionError("No tree here: " + tree);
        };
    }

    private static String hex(StreamHash hash, byte[] file, List<Scope.Range> ranges) {
        StreamHash.Hasher hasher = hash.newHasher();
        for (Scope.Range range : ranges) {
            hasher.update(
                    ByteBuffer.wrap(file, (int) range.offset(), (int) range.length()).slice());
        }
        return HexFormat.of().formatHex(hasher.finish());
    }

    static byte[] sample(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
