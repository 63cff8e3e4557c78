package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** CivitAI's names and spellings of hashes, and ours. */
final class HashNames {
    static final HashId SHA256 = HashId.of("sha256");
    static final HashId AUTOV3 = HashId.of("autov3");

    private static final int SHA256_DIGITS = 64;
    private static final int AUTOV3_DIGITS = 12;

    private static final Map<String, HashId> BY_NAME =
            Map.of(
                    "SHA256", SHA256,
                    "BLAKE3", HashId.of("blake3"),
                    "CRC32", HashId.of("crc32"),
                    "AUTOV1", HashId.of("autov1"),
                    "AUTOV2", HashId.of("autov2"),
                    "AUTOV3", AUTOV3);

    private static final Map<HashId, Integer> DIGITS =
            Map.of(
                    SHA256,
                    SHA256_DIGITS,
                    HashId.of("blake3"),
                    64,
                    HashId.of("crc32"),
                    8,
                    HashId.of("autov1"),
                    8,
                    HashId.of("autov2"),
                    10,
                    AUTOV3,
                    AUTOV3_DIGITS);

    private HashNames() {}

    /** {@return the digest in our form; nothing for a name or value that makes no sense} */
    static Optional<Digest> published(String name, String value) {
        HashId id = BY_NAME.get(name.toUpperCase(Locale.ROOT));
        String hex = value.strip().toLowerCase(Locale.ROOT);
        if (id == null || !hex.matches("[0-9a-f]+")) {
            return Optional.empty();
        }
        String own = id.equals(AUTOV3) ? truncated(hex) : hex;
        return own.length() == DIGITS.getOrDefault(id, 0)
                ? Optional.of(new Digest(id, swapped(id, own)))
                : Optional.empty();
    }

    /** Bodies of 2023 carry the whole hash of the tensor part, later ones its start. */
    private static String truncated(String hex) {
        return hex.length() == SHA256_DIGITS ? hex.substring(0, AUTOV3_DIGITS) : hex;
    }

    /** {@return how CivitAI writes this digest: upper case, which is also its cache's spelling} */
    static String spelled(Digest digest) {
        return swapped(digest.id(), digest.hex()).toUpperCase(Locale.ROOT);
    }

    /** CivitAI prints the four bytes of a CRC32 in the order of the machine that computed it. */
    private static String swapped(HashId id, String hex) {
        return id.value().equals("crc32")
                ? hex.substring(6) + hex.substring(4, 6) + hex.substring(2, 4) + hex.substring(0, 2)
                : hex;
    }

    /** {@return whether this can be sent: one bad element fails the whole batch} */
    static boolean isSha256(Digest digest) {
        return digest.id().equals(SHA256) && digest.hex().length() == SHA256_DIGITS;
    }
}
