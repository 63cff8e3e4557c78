package dev.assay.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.catalog.Child;
import dev.assay.core.internal.catalog.Endurance;
import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.core.model.ScanSummary;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a catalog makes of files that are edited, moved and taken away. */
class ChangingFilesTest {
    private static final HashId SHA256 = HashId.of("sha256");

    @TempDir Path folder;
    private Path models;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        library =
                Library.builder()
                        .catalog(folder.resolve("catalog.db"))
                        .hashPlugin(new TestHashes())
                        .open();
    }

    @AfterEach
    void close() {
        library.close();
    }

    /** Two files of one thread: while the first is hashed, the second grows. */
    @Test
    void keepsNoDigestOfAFileThatGrewSinceItWasFound() throws IOException {
        Path grown = Files.writeString(models.resolve("b.pt"), "small");
        Files.writeString(models.resolve("a.pt"), "another");
        try (Library watched =
                Library.builder()
                        .catalog(folder.resolve("watched.db"))
                        .hashPlugin(new TestHashes(() -> append(grown)))
                        .threads(1)
                        .open()) {
            scan(watched);
            scan(watched);
            assertThat(watched.upkeep().check(false).damagedRows()).isEmpty();
            try (var entries = watched.entries()) {
                assertThat(entries.toList())
                        .hasSize(2)
                        .allSatisfy(entry ->
                                assertThat(stored(entry)).isEqualTo(sha256(entry.file().path())));
            }
        }
    }

    private static void append(Path file) {
        try {
            if (Files.size(file) < 10) {
                Files.writeString(file, "more than it was", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScanReport scan() {
        return scan(library);
    }

    private ScanReport scan(Library library) {
        return library.scan(
                ScanRequest.of(models)
                        .hashing(new HashChoice.Every(List.of(SHA256)))
                        .identifying(IdentifyChoice.NONE, false),
                JobListener.NONE,
                new Cancellation());
    }

    @Test
    void countsNoFileAsMissingThatTurnsUpInAFolderScannedLater() throws IOException {
        Path a = Files.createDirectories(models.resolve("a"));
        Path b = Files.createDirectories(models.resolve("b"));
        Path file = Files.writeString(a.resolve("x.pt"), "one");
        Files.writeString(a.resolve("y.pt"), "two");
        Files.writeString(b.resolve("z.pt"), "three");
        ScanRequest both = ScanRequest.of(a, b).identifying(IdentifyChoice.NONE, false);
        library.scan(both, JobListener.NONE, new Cancellation());
        Files.move(file, b.resolve("x.pt"));
        ScanSummary after = library.scan(both, JobListener.NONE, new Cancellation()).summary();
        assertThat(after.moved()).isEqualTo(1);
        assertThat(after.unchanged()).isEqualTo(2);
        assertThat(after.missing()).isZero();
        Files.delete(b.resolve("x.pt"));
        after = library.scan(both, JobListener.NONE, new Cancellation()).summary();
        assertThat(after.missing()).isEqualTo(1);
    }

    @Test
    void countsEveryNameOfAnEditedFileAsChanged() throws IOException {
        Path file = Files.writeString(models.resolve("x.pt"), "one");
        Files.createLink(Files.createDirectory(models.resolve("hard")).resolve("h.pt"), file);
        Path soft = Files.createDirectory(models.resolve("soft")).resolve("s.pt");
        Files.createSymbolicLink(soft, file);
        assertThat(scan().summary().fresh()).isEqualTo(3);
        Files.writeString(file, "edited");
        ScanSummary after = scan().summary();
        assertThat(after.changed()).isEqualTo(3);
        assertThat(after.fresh()).isZero();
    }

    private void write(Path in, int files, int size) throws IOException {
        Random random = new Random(4);
        byte[] bytes = new byte[size];
        for (int i = 0; i < files; i++) {
            random.nextBytes(bytes);
            Path below = Files.createDirectories(in.resolve("folder" + i / 500));
            Files.write(below.resolve("model" + i + ".pt"), bytes);
        }
    }

    private Map<String, String> digestsByName() {
        try (var entries = library.entries()) {
            return entries.collect(
                    Collectors.toMap(
                            entry -> String.valueOf(entry.file().path().getFileName()),
                            entry -> entry.digest(SHA256).map(Digest::hex).orElse("none")));
        }
    }

    @Test
    void storesNoWrongHashOfFilesThatAreEditedWhileTheyAreHashed() throws Exception {
        int files = Endurance.times(12, 200);
        write(models, files, 3_000_000);
        Process editor = Child.start(Editor.class, Map.of(), models.resolve("folder0").toString());
        try (var lines = editor.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("editing");
            ScanReport during = scan();
            editor.destroyForcibly().waitFor();

            assertThat(wrong(during)).isEmpty();
            assertThat(wrong(scan())).isEmpty();
            assertThat(digestsByName().values()).doesNotContain("none");
            Endurance.report(
                    "%d files edited while they were hashed, %d of them told as changing, 0 wrong hashes"
                            .formatted(
                                    files,
                                    during.problems().stream()
                                            .map(FileProblem::path)
                                            .distinct()
                                            .count()));
        } finally {
            editor.destroyForcibly();
        }
    }

    /**
     * {@return the files that are as the catalog saw them, and have another digest than it says}
     */
    private static List<Path> wrong(ScanReport report) {
        return report.entries().stream()
                .filter(entry -> entry.digest(SHA256).isPresent() && isAsSeen(entry))
                .filter(entry -> !sha256(entry.file().path()).equals(stored(entry)))
                .map(entry -> entry.file().path())
                .toList();
    }

    private static Optional<String> stored(CatalogEntry entry) {
        return entry.digest(SHA256).map(Digest::hex);
    }

    private static boolean isAsSeen(CatalogEntry entry) {
        try {
            return new Stats().file(entry.file().path()).unchangedFrom(entry.file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsEverythingOfATreeThatWasRenamedWithoutReadingAByte() throws IOException {
        int files = Endurance.times(300, 10_000);
        write(models.resolve("old"), files, 1_000);
        scan();
        Map<String, String> before = digestsByName();

        Files.move(models.resolve("old"), models.resolve("new"));
        ScanReport after = scan();

        assertThat(after.summary().moved()).isEqualTo(files);
        assertThat(after.summary().hashedBytes()).isZero();
        assertThat(digestsByName()).isEqualTo(before).hasSize(files);
        Endurance.report(
                "a tree of %d hashed files renamed: 0 bytes read, 0 rows lost".formatted(files));
    }

    @Test
    void keepsEverythingWhileARootIsAwayAndReadsNothingWhenItIsBack() throws IOException {
        int files = Endurance.times(300, 10_000);
        write(models, files, 1_000);
        scan();
        Map<String, String> before = digestsByName();

        Path away = folder.resolve("away");
        Files.move(models, away);
        Files.createDirectory(models);
        assertThat(scan().summary().missing()).isZero();
        assertThat(digestsByName()).isEqualTo(before);
        Files.delete(models);
        assertThat(scan().summary().missing()).isZero();
        Files.move(away, models);
        ScanReport back = scan();

        assertThat(back.summary().unchanged()).isEqualTo(files);
        assertThat(back.summary().hashedBytes()).isZero();
        assertThat(back.summary().missing()).isZero();
        assertThat(digestsByName()).isEqualTo(before).hasSize(files);
        Endurance.report(
                "a root of %d hashed files taken away and brought back: 0 bytes read, 0 rows lost"
                        .formatted(files));
    }
}
