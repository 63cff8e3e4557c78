package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileState;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldFileTest {
    private static final int MIB = 1 << 20;
    private static final HashAlgorithm[] EVERY_SHAPE = {
        TestHashes.sha256(),
        TestHashes.ranged("head", file -> Scope.range(0, Math.min(8, file.size()))),
        new TestHashes.Prefix(HashId.of("prefix"), TestHashes.SHA256, 5),
        new TestHashes.Tree()
    };

    private final Hashing hashing =
            new Hashing(TestHashes.of(EVERY_SHAPE), HashSettings.defaults().withThreads(2));

    @TempDir Path folder;

    @AfterEach
    void close() {
        hashing.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, TestHashes.SEGMENT - 1, TestHashes.SEGMENT + 1, MIB})
    void givesWhatTheWorkersGive(int size) throws IOException {
        HashJob job = job(file("model", size), size);
        FileHashes expected = hashing.hash(job, new Cancellation(), _ -> {});
        try (HeldFile held = hold(job)) {
            assertThat(held.hash(job)).isEqualTo(expected);
        }
        assertThat(expected.outcomes()).hasSize(EVERY_SHAPE.length);
    }

    @Test
    void tellsHowMuchOfItTheHashesRead() throws IOException {
        Path file = file("model", 100);
        HashJob head =
                new HashJob(
                        file,
                        FileFacts.ofSize(100),
                        TestHashes.ids(EVERY_SHAPE).subList(1, 2),
                        Workload.of(100));
        try (HeldFile held = hold(head)) {
            assertThat(held.hash(head).bytesRead()).isEqualTo(8);
            assertThat(held.hash(head).blockCrcs()).isEmpty();
        }
    }

    @Test
    void holdsTheBytesOfTheOneFileAfterThoseOfTheOther() throws IOException {
        for (int size : new int[] {5000, MIB, 3, 0}) {
            Path file = file("model" + size, size);
            try (HeldFile held = hold(job(file, size))) {
                assertThat(held.bytes().bytes(0, MIB)).isEqualTo(Files.readAllBytes(file));
                assertThat(held.bytes().bytes(size, 1)).isEmpty();
            }
        }
    }

    @Test
    void givesNoDigestOfAFileThatIsAnotherByNow() throws IOException {
        HashJob job = job(file("model", 100), 100);
        try (HeldFile held = hold(job)) {
            Files.write(job.path(), new byte[1], StandardOpenOption.APPEND);
            FileHashes hashes = held.hash(job);
            assertThat(hashes.state()).isEqualTo(FileState.CHANGING);
            assertThat(hashes.outcomes()).isEmpty();
        }
    }

    @Test
    void holdsNothingThatIsNotThereOrNoFileOrOfAnotherSize() throws IOException {
        Path file = file("model", 100);
        assertThatThrownBy(() -> hold(job(folder.resolve("none"), 1)))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> hold(job(folder, 0))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> hold(job(file, 99))).isInstanceOf(OpenFile.ChangedException.class);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> hashing.hold(file, 100, Optional.empty(), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    private HeldFile hold(HashJob job) throws IOException {
        return hashing.hold(job.path(), job.facts().size(), Optional.empty(), new Cancellation());
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static HashJob job(Path file, long size) {
        return new HashJob(
                file, FileFacts.ofSize(size), TestHashes.ids(EVERY_SHAPE), Workload.of(size));
    }
}
