package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files in the folder "silent" are opened, and then bring no byte until the test lets them. */
@Timeout(60)
class SilentDiskTest {
    private static final int LARGE = 20 << 20;

    /** What reads a file, and up to where it gets. */
    private enum Way {
        ONE_WORKER(1000, 0, TestHashes.sha256()),
        READER_FROM_THE_START(LARGE, 0, TestHashes.sha256()),
        READER_IN_THE_MIDDLE(LARGE, 9 << 20, TestHashes.sha256()),
        ALL_WORKERS_FROM_THE_START(LARGE, 0, new TestHashes.Tree()),
        ALL_WORKERS_IN_THE_MIDDLE(LARGE, 9 << 20, new TestHashes.Tree());

        private final int size;
        private final int coming;
        private final HashAlgorithm hash;

        Way(int size, int coming, HashAlgorithm hash) {
            this.size = size;
            this.coming = coming;
            this.hash = hash;
        }
    }

    @TempDir Path folder;

    private final Crew crew = new Crew(2, Duration.ofMillis(300));
    private final CountDownLatch answer = new CountDownLatch(1);
    private final Map<Path, HangingChannel> opened = new ConcurrentHashMap<>();
    private final Disk slow = Disk.slow(1, crew::wake);
    private boolean spinning;
    private int coming;

    private final Disks disks =
            new Disks(1, crew::wake) {
                @Override
                FileChannel open(Path file) throws IOException {
                    return isSilent(file)
                            ? opened.computeIfAbsent(file, _ -> new HangingChannel(coming, answer))
                            : super.open(file);
                }

                @Override
                Disk disk(Path file, long device) {
                    return spinning && isSilent(file) ? slow : super.disk(file, device);
                }
            };

    private final Hashing hashing =
            new Hashing(TestHashes.of(TestHashes.sha256(), new TestHashes.Tree()), crew, disks);

    private static boolean isSilent(Path file) {
        return file.getParent().endsWith("silent");
    }

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("silent"));
        Files.createDirectories(folder.resolve("fine"));
    }

    @AfterEach
    void letEverybodyGo() {
        answer.countDown();
        hashing.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesUpTheFileThatHangsAndHashesTheOthers(Way way) throws Exception {
        coming = way.coming;
        List<HashJob> jobs = new ArrayList<>();
        jobs.add(job("silent/hangs", way.size, way.hash));
        for (int i = 0; i < 10; i++) {
            jobs.add(job("fine/small" + i, 1000, way.hash));
            jobs.add(job("fine/large" + i, LARGE / 2, way.hash));
        }
        Map<String, FileHashes> done = hashAll(jobs);

        FileHashes hangs = done.remove("hangs");
        assertThat(hangs.state()).isEqualTo(FileState.UNREADABLE);
        assertThat(hangs.outcomes()).isEmpty();
        assertThat(hangs.problem().map(FileProblem::message))
                .contains("No answer for 0 s, so reading was given up");
        assertThat(done).hasSize(20).allSatisfy(this::isOk);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheMemoryAndTheChannelToTheThreadThatHangs(Way way) throws Exception {
        coming = way.coming;
        hashAll(List.of(job("silent/hangs", way.size, way.hash)));
        HangingChannel hanging = opened.get(folder.resolve("silent/hangs"));
        assertThat(hanging.isClosed()).isFalse();
        List<MemorySegment> theirs = List.copyOf(hanging.memory());

        opened.clear();
        hashAll(List.of(job("silent/other", way.size, way.hash)));
        assertThat(opened.get(folder.resolve("silent/other")).memory())
                .isNotEmpty()
                .allSatisfy(ours ->
                        assertThat(theirs)
                                .noneMatch(one -> one.asOverlappingSlice(ours).isPresent()));

        answer.countDown();
        hanging.awaitClosed();
    }

    @Test
    void readsTheOtherFilesOfADiskWithOneReaderAfterTheFirstThatHangs() throws Exception {
        spinning = true;
        coming = 5000;
        Map<String, FileHashes> done =
                hashAll(
                        List.of(
                                job("silent/hangs", LARGE, TestHashes.sha256()),
                                job("silent/hangs too", 6000, TestHashes.sha256()),
                                job("silent/small", 4000, TestHashes.sha256())));
        assertThat(done.get("hangs").state()).isEqualTo(FileState.UNREADABLE);
        assertThat(done.get("hangs too").state()).isEqualTo(FileState.UNREADABLE);
        assertThat(done.get("small")).satisfies(this::isOk);
    }

    @Test
    void doesNotWaitForEachOfManyFilesOfADeadDisk() throws Exception {
        List<HashJob> jobs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            jobs.add(job("silent/file" + i, 1000, TestHashes.sha256()));
        }
        jobs.add(job("fine/file", 1000, TestHashes.sha256()));
        Map<String, FileHashes> done = hashAll(jobs);

        assertThat(opened).hasSizeBetween(3, 4);
        assertThat(done.remove("file")).satisfies(this::isOk);
        assertThat(done).hasSize(500);
        assertThat(done.values())
                .extracting(hashes -> hashes.problem().orElseThrow().message())
                .contains("Was not read: its disk does not answer");
    }

    @Test
    void triesADiskAgainThatAnswersAgain() throws Exception {
        List<HashJob> jobs = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            jobs.add(job("silent/file" + i, 1000, TestHashes.sha256()));
        }
        hashAll(jobs);
        answer.countDown();
        for (HangingChannel channel : opened.values()) {
            channel.awaitClosed();
        }
        opened.clear();
        assertThat(hashAll(jobs)).hasSize(9).allSatisfy(this::isOk);
    }

    @Test
    void endsWhenCancelledWhileAFileHangs() throws Exception {
        Cancellation cancellation = new Cancellation();
        HashJob fine = job("fine/file", 1000, TestHashes.sha256());
        List<HashJob> jobs = List.of(job("silent/hangs", LARGE, TestHashes.sha256()), fine);
        List<HashJob> done = new ArrayList<>();
        assertThatThrownBy(() ->
                        hashing.hashAll(
                                jobs,
                                cancellation,
                                files -> {
                                    files.forEach(file -> done.add(file.job()));
                                    cancellation.cancel();
                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(done).contains(fine);
    }

    private void isOk(String name, FileHashes hashes) {
        isOk(hashes);
    }

    private void isOk(FileHashes hashes) {
        assertThat(hashes.problem()).isEqualTo(Optional.empty());
        assertThat(hashes.state()).isEqualTo(FileState.OK);
    }

    private Map<String, FileHashes> hashAll(List<HashJob> jobs) {
        Map<String, FileHashes> done = new TreeMap<>();
        hashing.hashAll(
                jobs,
                new Cancellation(),
                files ->
                        files.forEach(file ->
                                done.put(
                                        file.job().path().getFileName().toString(),
                                        file.hashes())));
        return done;
    }

    private HashJob job(String name, int size, HashAlgorithm hash) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[size]);
        return new HashJob(file, FileFacts.ofSize(size), List.of(hash.id()), Workload.of(size));
    }
}
