package dev.assay.hash.builtin;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.Scope;
import java.util.List;

/**
 * The digests of the JDK and the recipes by which tools and sites around generative models name a
 * file. What is defined for which file is in {@link Recipes}.
 */
public final class BuiltinHashes implements HashPlugin {
    private static final String SHA_256 = "SHA-256";
    private static final int SHA_256_LENGTH = 32;

    /** Makes the plugin; reads nothing and starts nothing. */
    public BuiltinHashes() {}

    @Override
    public List<HashAlgorithm> algorithms() {
        HashAlgorithm sha256 = whole("sha256", SHA_256, 32, "what CivitAI and every hub publish");
        HashAlgorithm payload = payloadSha256();
        return List.of(
                sha256,
                new Crc32Hash(),
                autoV1(),
                new PrefixHash(
                        HashId.of("autov2"),
                        "AutoV2",
                        sha256.id(),
                        5,
                        "the first 10 hex of SHA256"),
                payload,
                new PrefixHash(
                        HashId.of("autov3"),
                        "AutoV3",
                        payload.id(),
                        6,
                        "the first 12 hex of PayloadSHA256"),
                head8K(),
                edges8K(),
                whole("md5", "MD5", 16, "old download pages; broken, proves nothing"),
                whole("sha1", "SHA-1", 20, "old download pages; broken, proves nothing"),
                whole("sha512", "SHA-512", 64, "the long form of SHA-2"),
                whole("sha3-256", "SHA3-256", 32, "the NIST successor of SHA-2"),
                whole("sha3-512", "SHA3-512", 64, "the long form of SHA-3"));
    }

    private static HashAlgorithm whole(String id, String digest, int length, String purpose) {
        String name = id.toUpperCase(java.util.Locale.ROOT);
        return new DigestHash(HashId.of(id), name, digest, length, Scope::wholeOf, purpose);
    }

    private static HashAlgorithm autoV1() {
        return new DigestHash(
                HashId.of("autov1"),
                "AutoV1",
                SHA_256,
                4,
                Recipes::autoV1,
                "SHA-256 of 64 KiB at 1 MiB, first 8 hex; many files share one");
    }

    private static HashAlgorithm payloadSha256() {
        return new DigestHash(
                HashId.of("payload-sha256"),
                "PayloadSHA256",
                SHA_256,
                SHA_256_LENGTH,
                Recipes::payload,
                "SHA-256 behind a safetensors header; survives edited metadata");
    }

    private static HashAlgorithm head8K() {
        return new DigestHash(
                HashId.of("head8k"),
                "Head8K",
                SHA_256,
                SHA_256_LENGTH,
                Recipes::head,
                "SHA-256 of the first 8 KiB; a quick fingerprint");
    }

    private static HashAlgorithm edges8K() {
        return new DigestHash(
                HashId.of("edges8k"),
                "Edges8K",
                SHA_256,
                SHA_256_LENGTH,
                Recipes::edges,
                "SHA-256 of the first and last 8 KiB; a quick fingerprint");
    }
}
