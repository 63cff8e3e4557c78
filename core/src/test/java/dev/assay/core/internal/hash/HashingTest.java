package dev.assay.core.internal.hash;

import static dev.assay.core.internal.hash.TestHashes.SHA256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingTest {
    private static final int MIB = 1 << 20;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 8191, 8193, MIB - 1, MIB, MIB + 1, 8 * MIB - 1, 8 * MIB, 20 * MIB + 3})
    void computesEveryShapeInOneRead(int size) throws IOException {
        byte[] bytes = random(size);
        FileHashes hashes = hash(bytes, TestHashes.sha256(), prefix(), new TestHashes.Tree());

        assertThat(hashes.state()).isEqualTo(FileState.OK);
        assertThat(hashes.outcomes())
                .containsExactly(
                        computed("sha256", TestHashes.sha256(bytes)),
                        computed("prefix", Arrays.copyOf(TestHashes.sha256(bytes), 5)),
                        computed("tree", TestHashes.tree(bytes)));
        assertThat(hashes.bytesRead()).isEqualTo(size);
        assertThat(hashes.blockCrcs()).isEqualTo(crcs(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 3 * MIB, 40 * MIB + 77})
    void computesATreeAlone(int size) throws IOException {
        byte[] bytes = random(size);
        FileHashes hashes = hash(bytes, new TestHashes.Tree());
        assertThat(hashes.outcomes()).containsExactly(computed("tree", TestHashes.tree(bytes)));
        assertThat(hashes.blockCrcs()).isEqualTo(crcs(bytes));
    }

    @Test
    void readsOnlyTheRangesThatAreAskedFor() throws IOException {
        byte[] bytes = random(20 * MIB);
        StreamHash edges =
                TestHashes.ranged(
                        "edges",
                        file ->
                                new Scope.Bytes(
                                        List.of(
                                                new Scope.Range(0, 10),
                                                new Scope.Range(file.size() - 7, 7))));
        FileHashes hashes = hash(bytes, edges);

        byte[] both = Arrays.copyOf(bytes, 17);
        System.arraycopy(bytes, bytes.length - 7, both, 10, 7);
        assertThat(hashes.outcomes()).containsExactly(computed("edges", TestHashes.sha256(both)));
        assertThat(hashes.bytesRead()).isEqualTo(17);
        assertThat(hashes.blockCrcs()).isEmpty();
    }

    @Test
    void readsALargeRangeWithoutWhatLiesBefore() throws IOException {
        byte[] bytes = random(12 * MIB);
        StreamHash payload = TestHashes.ranged("tail", file -> Scope.range(99, file.size() - 99));
        FileHashes hashes = hash(bytes, payload);
        assertThat(hashes.outcomes())
                .containsExactly(
                        computed(
                                "tail",
                                TestHashes.sha256(Arrays.copyOfRange(bytes, 99, bytes.length))));
        assertThat(hashes.bytesRead()).isEqualTo(bytes.length - 99);
    }

    @Test
    void leavesWhatFollowsFromAnUndefinedHashUndefinedForTheSameReason() throws IOException {
        StreamHash none = TestHashes.ranged("sha256", _ -> new Scope.Undefined("too small"));
        assertThat(hash(new byte[3], none, prefix()).outcomes())
                .containsExactly(
                        new HashOutcome.Undefined(SHA256, "too small"),
                        new HashOutcome.Undefined(HashId.of("prefix"), "too small"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 9 * MIB})
    void letsNoBadHashSpoilAnother(int size) throws IOException {
        byte[] bytes = random(size);
        FileHashes hashes =
                hash(
                        bytes,
                        TestHashes.odd("throws", _ -> fail("broken plugin")),
                        TestHashes.giving("short", new byte[31]),
                        TestHashes.ranged("behind", file -> Scope.range(1, file.size())),
                        TestHashes.ranged("noscope", _ -> fail("no scope")),
                        TestHashes.sha256());
        assertThat(hashes.outcomes().getLast())
                .isEqualTo(computed("sha256", TestHashes.sha256(bytes)));
        assertThat(hashes.outcomes())
                .filteredOn(HashOutcome.Failed.class::isInstance)
                .extracting(outcome -> ((HashOutcome.Failed) outcome).reason())
                .hasSize(4)
                .anyMatch(reason -> reason.contains("broken plugin"))
                .contains("it gave 31 bytes instead of 32")
                .anyMatch(reason -> reason.contains("behind the end"))
                .anyMatch(reason -> reason.contains("no scope"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 9 * MIB})
    void givesNoDigestOfAFileThatChangesWhileItIsRead(int size) throws IOException {
        Path file = Files.write(folder.resolve("model"), random(size));
        StreamHash writer = TestHashes.odd("writer", _ -> append(file));
        FileHashes hashes = hash(file, size, writer);
        assertThat(hashes.state()).isEqualTo(FileState.CHANGING);
        assertThat(hashes.outcomes()).isEmpty();
        assertThat(hashes.problem().orElseThrow().message()).contains("changed while it was read");
    }

    @Test
    void givesNoDigestOfAFileThatIsShorterThanItWas() throws IOException {
        Path file = Files.write(folder.resolve("model"), random(100));
        assertThat(hash(file, 101, TestHashes.sha256()).state()).isEqualTo(FileState.CHANGING);
    }

    @Test
    void tellsAMissingFileAndAFolderInASentence() {
        FileHashes missing = hash(folder.resolve("no"), 5, TestHashes.sha256());
        assertThat(missing.state()).isEqualTo(FileState.UNREADABLE);
        assertThat(missing.problem().orElseThrow().message()).isEqualTo("There is no such file");
        assertThat(hash(folder, 5, TestHashes.sha256()).problem().orElseThrow().message())
                .contains("not a regular file");
    }

    @Test
    void hashesManyFilesOfAllSizesInOneRun() throws IOException {
        List<HashJob> jobs = new ArrayList<>();
        Map<Path, byte[]> expected = new ConcurrentHashMap<>();
        for (int i = 0; i < 60; i++) {
            byte[] bytes = random(i % 20 == 7 ? 9 * MIB + i : 1000 * i);
            Path file = Files.write(folder.resolve("model" + i), bytes);
            expected.put(file, TestHashes.sha256(bytes));
            jobs.add(job(file, bytes.length, TestHashes.sha256(), new TestHashes.Tree()));
        }
        Map<Path, HashOutcome> found = new ConcurrentHashMap<>();
        AtomicLong progress = new AtomicLong();
        try (Hashing hashing = hashing(TestHashes.sha256(), new TestHashes.Tree())) {
            hashing.hashAll(
                    jobs,
                    new Cancellation(),
                    new HashListener() {
                        @Override
                        public void advanced(HashJob job, long bytes) {
                            progress.addAndGet(bytes);
                        }

                        @Override
                        public void finished(List<Done> files) {
                            files.forEach(file ->
                                    found.put(
                                            file.job().path(),
                                            file.hashes().outcomes().getFirst()));
                        }
                    });
        }
        expected.forEach(
                (file, sha) -> assertThat(found.get(file)).isEqualTo(computed("sha256", sha)));
        assertThat(progress.get())
                .isEqualTo(jobs.stream().mapToLong(job -> job.facts().size()).sum());
    }

    @Test
    void stopsWithinASecondOfBeingCancelledAndKeepsWhatIsDone() throws IOException {
        Path sparse = sparse(50L << 30);
        Path small = Files.write(folder.resolve("small"), random(10));
        Cancellation cancellation = new Cancellation();
        List<Path> done = new CopyOnWriteArrayList<>();
        AtomicLong cancelled = new AtomicLong();
        HashListener listener =
                new HashListener() {
                    @Override
                    public void advanced(HashJob job, long bytes) {
                        if (job.path().equals(sparse) && !done.isEmpty()) {
                            cancelled.compareAndSet(0, System.nanoTime());
                            cancellation.cancel();
                        }
                    }

                    @Override
                    public void finished(List<Done> files) {
                        files.forEach(file -> done.add(file.job().path()));
                    }
                };
        List<HashJob> jobs =
                List.of(
                        job(small, 10, TestHashes.sha256()),
                        job(sparse, 50L << 30, TestHashes.sha256()));
        try (Hashing hashing = hashing(TestHashes.sha256())) {
            assertThatThrownBy(() -> hashing.hashAll(jobs, cancellation, listener))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(System.nanoTime() - cancelled.get()).isLessThan(1_000_000_000L);
        assertThat(done).containsExactly(small);
    }

    @Test
    void endsTheRunWhenTheListenerThrows() throws IOException {
        Path file = Files.write(folder.resolve("model"), random(10));
        try (Hashing hashing = hashing(TestHashes.sha256())) {
            assertThatThrownBy(() ->
                            hashing.hashAll(
                                    List.of(job(file, 10, TestHashes.sha256())),
                                    new Cancellation(),
                                    _ -> fail("catalog is full")))
                    .hasMessage("catalog is full");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8192, 3 * MIB + 1})
    void hashesAPipeAsFarAsItsLengthIsNotNeeded(int size) throws IOException {
        byte[] bytes = random(size);
        StreamHash head =
                TestHashes.ranged("head", file -> Scope.range(0, Math.min(8192, file.size())));
        StreamHash tail =
                TestHashes.ranged(
                        "tail",
                        file ->
                                Scope.range(
                                        Math.max(0, file.size() - 2), Math.min(2, file.size())));
        HashAlgorithm[] all = {TestHashes.sha256(), head, tail, new TestHashes.Tree()};
        try (Hashing hashing = hashing(all)) {
            FileHashes hashes =
                    hashing.hash(
                            new ByteArrayInputStream(bytes),
                            FileFacts::ofSize,
                            TestHashes.ids(all),
                            new Cancellation(),
                            _ -> {});
            assertThat(hashes.outcomes())
                    .contains(
                            computed("sha256", TestHashes.sha256(bytes)),
                            computed(
                                    "head",
                                    TestHashes.sha256(Arrays.copyOf(bytes, Math.min(8192, size)))),
                            computed("tree", TestHashes.tree(bytes)));
            assertThat(hashes.outcomes().get(2))
                    .isEqualTo(
                            size == 0
                                    ? computed("tail", TestHashes.sha256(bytes))
                                    : new HashOutcome.Undefined(
                                            HashId.of("tail"),
                                            "needs to know the length beforehand"));
            assertThat(hashes.bytesRead()).isEqualTo(size);
        }
    }

    @Test
    void readsNothingBehindTheEndOfAPipe() throws IOException {
        InputStream terminal =
                new ByteArrayInputStream("typed".getBytes(StandardCharsets.UTF_8)) {
                    private int ends;

                    @Override
                    public synchronized int read(byte[] into, int offset, int length) {
                        int count = super.read(into, offset, length);
                        ends += count < 0 ? 1 : 0;
                        if (ends > 1) {
                            throw new IllegalStateException("waits for more to be typed");
                        }
                        return count;
                    }
                };
        try (Hashing hashing = hashing(TestHashes.sha256())) {
            assertThat(
                            hashing.hash(
                                            terminal,
                                            FileFacts::ofSize,
                                            List.of(SHA256),
                                            new Cancellation(),
                                            _ -> {})
                                    .bytesRead())
                    .isEqualTo(5);
        }
    }

    @Test
    void passesOnWhatAPipeThrows() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("pipe broke");
                    }
                };
        try (Hashing hashing = hashing(TestHashes.sha256())) {
            assertThatThrownBy(() ->
                            hashing.hash(
                                    broken,
                                    FileFacts::ofSize,
                                    List.of(SHA256),
                                    new Cancellation(),
                                    _ -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("pipe broke");
        }
    }

    @Test
    void servesTwoRunsAtOnce() throws Exception {
        byte[] bytes = random(10 * MIB);
        Path file = Files.write(folder.resolve("model"), bytes);
        AtomicBoolean same = new AtomicBoolean();
        try (Hashing hashing = hashing(TestHashes.sha256())) {
            HashJob job = job(file, bytes.length, TestHashes.sha256());
            Thread other =
                    Thread.ofPlatform()
                            .start(() ->
                                    same.set(
                                            hashing.hash(job, new Cancellation(), _ -> {})
                                                    .outcomes()
                                                    .equals(
                                                            List.of(
                                                                    computed(
                                                                            "sha256",
                                                                            TestHashes.sha256(
                                                                                    bytes))))));
            assertThat(hashing.hash(job, new Cancellation(), _ -> {}).state())
                    .isEqualTo(FileState.OK);
            other.join();
        }
        assertThat(same).isTrue();
    }

    private FileHashes hash(byte[] bytes, HashAlgorithm... hashes) throws IOException {
        return hash(Files.write(folder.resolve("file"), bytes), bytes.length, hashes);
    }

    private static FileHashes hash(Path file, long size, HashAlgorithm... hashes) {
        try (Hashing hashing = hashing(hashes)) {
            return hashing.hash(job(file, size, hashes), new Cancellation(), _ -> {});
        }
    }

    private static Hashing hashing(HashAlgorithm... hashes) {
        return new Hashing(TestHashes.of(hashes), HashSettings.defaults().withThreads(2));
    }

    private static HashJob job(Path file, long size, HashAlgorithm... hashes) {
        return new HashJob(file, FileFacts.ofSize(size), TestHashes.ids(hashes), Workload.of(size));
    }

    private static TestHashes.Prefix prefix() {
        return new TestHashes.Prefix(HashId.of("prefix"), SHA256, 5);
    }

    private static HashOutcome computed(String id, byte[] digest) {
        return new HashOutcome.Computed(Digest.of(HashId.of(id), digest));
    }

    private static List<Integer> crcs(byte[] bytes) {
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += BlockCrcs.BLOCK) {
            CRC32 crc = new CRC32();
            crc.update(bytes, at, Math.min(BlockCrcs.BLOCK, bytes.length - at));
            all.add((int) crc.getValue());
        }
        return all;
    }

    private Path sparse(long size) throws IOException {
        Path file = folder.resolve("sparse");
        try (var channel =
                Files.newByteChannel(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            channel.position(size - 1).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        return file;
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[1], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T fail(String message) {
        throw new IllegalStateException(message);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
