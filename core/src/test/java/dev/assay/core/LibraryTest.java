package dev.assay.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.IdentifyRequest;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.PendingCause;
import dev.assay.core.model.Progress;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.core.model.Unanswered;
import dev.assay.core.model.UnknownHashException;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final String SHA256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    private final OfflineProvider provider = new OfflineProvider();
    private Path models;

    @BeforeEach
    void makeModels() throws IOException {
        models = Files.createDirectories(folder.resolve("models/mine"));
        Files.writeString(models.resolve("notes.txt"), "no model");
        safetensors(
                models.resolve("tiny.safetensors"),
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}",
                "abc");
        Files.writeString(models.resolve("garbage.ckpt"), "this is no checkpoint");
    }

    @Test
    void refusesNumbersThatNoMachineHas() {
        LibraryBuilder builder = Library.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.threads(1025));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.readersPerSlowDisk(1025));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.pluginTimeLimit(Duration.ofHours(25)));
    }

    @Test
    void tellsThatAFolderIsNotThereThoughItsParentIs() {
        assertThat(scan(ScanRequest.of(models, models.resolve("lost"))).problems())
                .anyMatch(problem -> problem.path().equals(models.resolve("lost")));
    }

    @Test
    void tellsThatTheFilesOfAnEmptyFolderAreKept() throws IOException {
        scan(ScanRequest.of(models));
        Path away = Files.move(models, folder.resolve("away"));
        Files.createDirectory(models);
        assertThat(scan(ScanRequest.of(models)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo(models);
                    assertThat(problem.message()).contains("empty", "2 are kept");
                });
        Files.delete(models);
        Files.move(away, models);
        assertThat(scan(ScanRequest.of(models)).summary().unchanged()).isEqualTo(2);
    }

    @Test
    void findsModelFilesAndNothingElse() {
        assertThat(scan(ScanRequest.of(models)).entries())
                .extracting(entry -> String.valueOf(entry.file().path().getFileName()))
                .containsExactly("garbage.ckpt", "tiny.safetensors");
    }

    @Test
    void readsNoByteOfWhatIsUnchanged() {
        ScanRequest everything =
                ScanRequest.of(models).hashing(new HashChoice.Every(List.of(SHA256)));

        ScanReport first = scan(everything);
        ScanReport second = scan(everything);

        assertThat(first.summary().fresh()).isEqualTo(2);
        assertThat(first.summary().hashedBytes()).isPositive();
        assertThat(second.summary().unchanged()).isEqualTo(2);
        assertThat(second.summary().hashedBytes()).isZero();
        assertThat(second.entries()).isEqualTo(first.entries());
    }

    @Test
    void hashesAgainWhatChanged() throws IOException {
        ScanRequest everything =
                ScanRequest.of(models).hashing(new HashChoice.Every(List.of(SHA256)));
        String before = sha256(scan(everything), "garbage.ckpt");

        Files.writeString(models.resolve("garbage.ckpt"), "still no checkpoint");
        ScanReport second = scan(everything);

        assertThat(second.summary().changed()).isEqualTo(1);
        assertThat(sha256(second, "garbage.ckpt")).isNotEqualTo(before);
    }

    @Test
    void keepsTheDigestsOfAFileThatIsRenamed() throws IOException {
        ScanRequest everything =
                ScanRequest.of(models).hashing(new HashChoice.Every(List.of(SHA256)));
        String before = sha256(scan(everything), "tiny.safetensors");

        Files.move(models.resolve("tiny.safetensors"), models.resolve("small.safetensors"));
        ScanReport second = scan(everything);

        assertThat(second.summary().moved()).isEqualTo(1);
        assertThat(second.summary().hashedBytes()).isZero();
        assertThat(sha256(second, "small.safetensors")).isEqualTo(before);
    }

    @Test
    void asksAProviderAboutFilesThatTheHeaderDoesNotPlace() {
        ScanReport report = scan(ScanRequest.of(models));

        assertThat(provider.asked).hasSize(2);
        assertThat(report.summary().notFound()).isEqualTo(2);
    }

    @Test
    void asksNobodyWhenToldNotTo() {
        scan(ScanRequest.of(models).identifying(IdentifyChoice.NONE, false));

        assertThat(provider.asked).isEmpty();
    }

    @Test
    void asksOnlyOnceAboutWhatWasNotFound() {
        try (Library library = library()) {
            library.scan(ScanRequest.of(models), JobListener.NONE, new Cancellation());
            library.scan(ScanRequest.of(models), JobListener.NONE, new Cancellation());
        }

        assertThat(provider.asked).hasSize(2);
    }

    @Test
    void tellsABrokenFileAndGoesOn() throws IOException {
        safetensors(
                models.resolve("cut.safetensors"),
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[300],\"data_offsets\":[0,300]}}",
                "only a little");

        ScanReport report = scan(ScanRequest.of(models));

        assertThat(report.entries()).hasSize(3);
        assertThat(report.problems())
                .anyMatch(problem -> problem.path().endsWith("cut.safetensors"));
    }

    @Test
    void keepsWhatIsDoneWhenCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        try (Library library = library()) {
            ScanReport report =
                    library.scan(ScanRequest.of(models), JobListener.NONE, cancellation);

            assertThat(report.cancelled()).isTrue();
        }
    }

    @Test
    void givesTheDigestsInTheOrderOfThePaths() throws IOException {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            paths.add(Files.write(folder.resolve("f" + i), new byte[i * 1000]));
        }
        List<HashReport> reports = new ArrayList<>();

        try (Library library = library()) {
            library.hash(
                    paths,
                    List.of(SHA256),
                    false,
                    JobListener.NONE,
                    new Cancellation(),
                    reports::add);
        }

        assertThat(reports).extracting(HashReport::path).isEqualTo(paths);
        assertThat(reports).allMatch(report -> report.outcomes().size() == 1);
    }

    @Test
    void tellsThatAFileToHashIsNotThere() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "abc");
        Path gone = folder.resolve("gone");
        List<HashReport> reports = new ArrayList<>();

        try (Library library = library()) {
            library.hash(
                    List.of(gone, there),
                    List.of(SHA256),
                    false,
                    JobListener.NONE,
                    new Cancellation(),
                    reports::add);
        }

        assertThat(reports).extracting(HashReport::path).containsExactly(gone, there);
        assertThat(reports.getFirst().problems())
                .extracting(FileProblem::message)
                .containsExactly("There is no such file or folder");
    }

    @Test
    void refusesAHashThatNobodyBrings() {
        try (Library library = library()) {
            assertThatThrownBy(() ->
                            library.hash(
                                    List.of(models),
                                    List.of(HashId.of("sha257")),
                                    false,
                                    JobListener.NONE,
                                    new Cancellation(),
                                    _ -> {}))
                    .isInstanceOf(UnknownHashException.class)
                    .hasMessageContainingAll("sha257", "sha256");
        }
    }

    @Test
    void hashesAStream() throws IOException {
        try (Library library = library()) {
            assertThat(
                            library.hash(
                                    new ByteArrayInputStream(
                                            "abc".getBytes(StandardCharsets.UTF_8)),
                                    List.of(SHA256)))
                    .singleElement()
                    .asString()
                    .contains(SHA256_OF_ABC);
        }
    }

    @Test
    void inspectsAMissingFileAsUnreadable() {
        try (Library library = library()) {
            assertThat(library.inspect(folder.resolve("nowhere")).state())
                    .isEqualTo(FileState.UNREADABLE);
        }
    }

    @Test
    void tellsAListenerOfEachProblemOnceWhenItIsFound() throws IOException {
        safetensors(
                models.resolve("cut.safetensors"),
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[300],\"data_offsets\":[0,300]}}",
                "abc");
        Ear ear = new Ear();

        ScanReport report;
        try (Library library = library()) {
            report = library.scan(ScanRequest.of(models), ear, new Cancellation());
        }
        Ear again = new Ear();
        try (Library library = library()) {
            library.scan(ScanRequest.of(models), again, new Cancellation());
        }

        assertThat(report.problems()).isNotEmpty();
        assertThat(ear.problems).containsExactlyInAnyOrderElementsOf(report.problems());
        assertThat(ear.finishedAtFirstProblem).isZero();
        assertThat(again.problems).containsExactlyInAnyOrderElementsOf(report.problems());
    }

    @Test
    void tellsAListenerOfDigestsThatCameWithTheHeaders() {
        Ear ear = new Ear();
        ScanReport report;
        try (Library library = library()) {
            report =
                    library.scan(
                            ScanRequest.of(models).hashing(new HashChoice.Every(List.of(SHA256))),
                            ear,
                            new Cancellation());
        }

        assertThat(ear.progress)
                .filteredOn(one -> one.phase() == Progress.Phase.HASH)
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.filesDone()).isEqualTo(2);
                    assertThat(end.bytesDone()).isEqualTo(report.summary().hashedBytes());
                });
    }

    @Test
    void countsOnlyWhatWasSavedWhenCancelled() {
        Cancellation cancellation = new Cancellation();
        StoppingHash stopping = new StoppingHash(cancellation);
        ScanRequest request =
                ScanRequest.of(models).hashing(new HashChoice.Every(List.of(stopping.id())));

        ScanReport report;
        try (Library library =
                Library.builder()
                        .catalog(folder.resolve("catalog.db"))
                        .hashPlugin(() -> List.of(stopping))
                        .open()) {
            report = library.scan(request, JobListener.NONE, cancellation);
        }

        assertThat(report.cancelled()).isTrue();
        assertThat(report.summary().fresh()).isEqualTo(report.entries().size());
    }

    /** A hash that is at work when the user has enough. */
    private record StoppingHash(Cancellation cancellation) implements StreamHash {
        @Override
        public HashId id() {
            return HashId.of("stopping");
        }

        @Override
        public int length() {
            return 1;
        }

        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public Hasher newHasher() {
            cancellation.cancel();
            return new Hasher() {
                @Override
                public void update(ByteBuffer bytes) {
                    bytes.position(bytes.limit());
                }

                @Override
                public byte[] finish() {
                    return new byte[1];
                }
            };
        }
    }

    @Test
    void saysWhoGaveNoAnswerAlsoWhereSomethingIsKnown() {
        try (Library library = library()) {
            library.scan(ScanRequest.of(models), JobListener.NONE, new Cancellation());
            provider.outcome = Outcome.Unavailable.because("down");
            ScanReport known = identify(library, ASK);
            ScanReport refreshed =
                    identify(
                            library,
                            new IdentifyRequest(
                                    List.of(), Optional.empty(), false, true, false, 50));

            assertThat(known.unanswered()).isEmpty();
            assertThat(refreshed.summary().notFound()).isEqualTo(2);
            assertThat(refreshed.unanswered())
                    .containsExactly(
                            new Unanswered(
                                    "offline",
                                    Optional.of(PendingCause.OUTAGE),
                                    "down",
                                    Optional.empty(),
                                    2));
        }
    }

    @Test
    void plansToAskWhatItWouldAsk() {
        ScanRequest toLookAt = ScanRequest.of(models).identifying(IdentifyChoice.NONE, false);
        try (Library library = library()) {
            library.scan(toLookAt, JobListener.NONE, new Cancellation());
            assertThat(library.toBeAsked(ASK)).hasSize(2);
            identify(library, ASK);
            assertThat(library.toBeAsked(ASK)).isEmpty();
            assertThat(
                            library.toBeAsked(
                                    new IdentifyRequest(
                                            List.of(models),
                                            Optional.empty(),
                                            false,
                                            false,
                                            false,
                                            50)))
                    .isEmpty();
            assertThat(
                            library.toBeAsked(
                                    new IdentifyRequest(
                                            List.of(models),
                                            Optional.empty(),
                                            false,
                                            true,
                                            false,
                                            50)))
                    .hasSize(2);
        }
    }

    private static final IdentifyRequest ASK =
            new IdentifyRequest(List.of(), Optional.empty(), false, false, false, 50);

    private static ScanReport identify(Library library, IdentifyRequest request) {
        return library.identify(request, JobListener.NONE, new Cancellation());
    }

    /** Keeps what it hears. */
    private static final class Ear implements JobListener {
        private final List<FileProblem> problems = new ArrayList<>();
        private final List<Progress> progress = new ArrayList<>();
        private int finished;
        private int finishedAtFirstProblem;

        @Override
        public void progress(Progress news) {
            progress.add(news);
        }

        @Override
        public void problem(FileProblem problem) {
            finishedAtFirstProblem = problems.isEmpty() ? finished : finishedAtFirstProblem;
            problems.add(problem);
        }

        @Override
        public void finished(CatalogEntry entry) {
            finished++;
        }
    }

    private ScanReport scan(ScanRequest request) {
        try (Library library = library()) {
            return library.scan(request, JobListener.NONE, new Cancellation());
        }
    }

    private Library library() {
        return Library.builder()
                .catalog(folder.resolve("catalog.db"))
                .hashPlugin(new TestHashes())
                .providerPlugin(provider)
                .open();
    }

    private static String sha256(ScanReport report, String name) {
        CatalogEntry entry =
                report.entries().stream()
                        .filter(one -> one.file().path().endsWith(name))
                        .findFirst()
                        .orElseThrow();
        return entry.digest(SHA256).orElseThrow().hex();
    }

    private static void safetensors(Path file, String header, String payload) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] data = payload.getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                ByteBuffer.allocate(8 + json.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length)
                        .put(json)
                        .put(data)
                        .array());
    }

    /** Knows nothing unless it is told, and needs no network. */
    private static final class OfflineProvider implements ProviderPlugin {
        private final List<String> asked = new ArrayList<>();
        private Outcome outcome = new Outcome.NotFound();

        @Override
        public String name() {
            return "offline";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Access access(Settings settings) {
            return Access.none();
        }

        @Override
        public Provider open(Settings settings, HttpGateway http) {
            return new Provider() {
                @Override
                public List<Accepted> accepts() {
                    return List.of(new Accepted(SHA256, 100, Match.EXACT));
                }

                @Override
                public void lookUp(List<Digest> digests, Answers answers) {
                    for (Digest digest : digests) {
                        asked.add(digest.hex());
                        answers.put(digest, outcome);
                    }
                }
            };
        }
    }
}
