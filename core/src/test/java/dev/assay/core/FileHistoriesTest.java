package dev.assay.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanRequest;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is written, copied, linked, renamed and removed between scans, each scan ends well and
 * the catalog says what lies there.
 */
class FileHistoriesTest {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final int FILES = 4;
    private static final int SCANS = 12;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void endsWithWhatLiesThere(long seed) throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.writeString(models.resolve("other.pt"), "an empty folder counts as not mounted");
        Random random = new Random(seed);
        StringBuilder history = new StringBuilder();
        try (Library library = open()) {
            for (int round = 0; round < SCANS; round++) {
                for (int edits = random.nextInt(4); edits > 0; edits--) {
                    edit(models, random, history);
                }
                boolean hashing = random.nextInt(3) > 0;
                history.append(hashing ? "hash " : "scan ");
                library.scan(request(models, hashing), JobListener.NONE, new Cancellation());
                assertThat(paths(library)).as(history.toString()).isEqualTo(digests(models));
                assertThat(wrong(library)).as(history.toString()).isEmpty();
            }
            assertThat(library.upkeep().check(false).damagedRows()).isEmpty();
        }
    }

    private Library open() {
        return Library.builder()
                .catalog(folder.resolve("catalog.db"))
                .hashPlugin(new TestHashes())
                .open();
    }

    private static ScanRequest request(Path models, boolean hashing) {
        ScanRequest request = ScanRequest.of(models).identifying(IdentifyChoice.NONE, false);
        return hashing ? request.hashing(new HashChoice.Every(List.of(SHA256))) : request;
    }

    private static void edit(Path models, Random random, StringBuilder history) throws IOException {
        Path one = models.resolve("model" + random.nextInt(FILES) + ".pt");
        Path other = models.resolve("model" + random.nextInt(FILES) + ".pt");
        int kind = random.nextInt(6);
        history.append(kind).append(one.getFileName()).append(other.getFileName()).append(' ');
        if (kind == 0) {
            Files.deleteIfExists(one);
        } else if (kind == 1 || !Files.exists(other) || one.equals(other)) {
            Files.writeString(one, "x".repeat(10 + random.nextInt(3)) + random.nextInt(3));
        } else if (kind == 2) {
            Files.copy(other, one, StandardCopyOption.REPLACE_EXISTING);
        } else if (kind == 3) {
            Files.move(other, one, StandardCopyOption.REPLACE_EXISTING);
        } else if (kind == 4) {
            Files.write(other, Files.exists(one) ? Files.readAllBytes(one) : new byte[7]);
        } else {
            Files.deleteIfExists(one);
            Files.createLink(one, other);
        }
    }

    /** What the catalog has of the files there, each with its right digest. */
    private static Map<Path, String> paths(Library library) {
        Map<Path, String> all = new TreeMap<>();
        try (var entries = library.entries()) {
            for (CatalogEntry entry : (Iterable<CatalogEntry>) entries::iterator) {
                if (!entry.missing()) {
                    Path file = entry.file().path();
                    all.put(file, Files.exists(file) ? digest(file) : "nothing lies there");
                }
            }
        }
        return all;
    }

    private static List<Path> wrong(Library library) {
        try (var entries = library.entries()) {
            return entries.filter(entry -> !entry.missing())
                    .filter(entry -> entry.digest(SHA256).isPresent())
                    .filter(entry ->
                            !entry.digest(SHA256).get().hex().equals(digest(entry.file().path())))
                    .map(entry -> entry.file().path())
                    .toList();
        }
    }

    private static Map<Path, String> digests(Path models) throws IOException {
        Map<Path, String> all = new TreeMap<>();
        try (var files = Files.list(models)) {
            files.forEach(file -> all.put(file, digest(file)));
        }
        return all;
    }

    private static String digest(Path file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
