package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileStat;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.ModelType;
import dev.assay.core.model.Safety;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes entries of files that are nowhere; the digest of each follows from its number. */
final class Synthetic {
    static final Path ROOT = Path.of("/models");
    static final HashId SHA256 = HashId.of("sha256");
    static final HashId BLAKE3 = HashId.of("blake3");

    private Synthetic() {}

    static Path path(int number) {
        return ROOT.resolve("folder" + number / 500).resolve("file" + number + ".safetensors");
    }

    static int number(Path path) {
        return Integer.parseInt(path.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    static String sha256(int number) {
        return digest(SHA256, "content " + number).hex();
    }

    static String blake3(int number) {
        return digest(BLAKE3, "other " + number).hex();
    }

    private static Digest digest(HashId id, String text) {
        try {
            return Digest.of(
                    id,
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static FileStat stat(int number) {
        return new FileStat(
                path(number),
                1_000_000L + number,
                Instant.parse("2026-10-01T00:00:00.5Z").plusSeconds(number),
                Optional.of(Instant.parse("2026-10-02T00:00:00.25Z").plusSeconds(number)),
                Optional.of(Instant.parse("2026-10-01T00:00:00.125Z").plusSeconds(number)),
                Optional.of(Integer.toString(1000 + number)),
                Optional.of("ext4:UUID=1"),
                false);
    }

    static CatalogEntry entry(int number) {
        ModelType type = ModelType.values()[number % ModelType.values().length];
        Classification plain = Samples.classification(type);
        Inspection inspection =
                new Inspection(
                        path(number),
                        1_000_000L + number,
                        Format.SAFETENSORS,
                        FileState.OK,
                        OptionalLong.of(8),
                        plain,
                        new Safety(Safety.Verdict.CLEAN, List.of(), List.of(), "2026-01-01"),
                        Map.of(),
                        List.of(),
                        4096);
        return CatalogEntry.seen(
                stat(number),
                ROOT,
                inspection,
                Map.of(
                        SHA256, new HashOutcome.Computed(new Digest(SHA256, sha256(number))),
                        BLAKE3, new HashOutcome.Computed(new Digest(BLAKE3, blake3(number)))));
    }

    /** {@return whether an entry shows no hash that is not its file's} */
    static boolean showsNoWrongHash(CatalogEntry entry) {
        int number = number(entry.file().path());
        return entry.digest(SHA256).map(one -> one.hex().equals(sha256(number))).orElse(true)
                && entry.digest(BLAKE3).map(one -> one.hex().equals(blake3(number))).orElse(true);
    }
}
