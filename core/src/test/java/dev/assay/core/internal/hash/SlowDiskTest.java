package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.FileState;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder plays a slow disk, and the test the reader who keeps it. */
@Timeout(60)
class SlowDiskTest {
    private static final int LARGE = 9 << 20;

    @TempDir Path folder;

    private final Crew crew = new Crew(2, Duration.ofDays(1));
    private final Disk slow = Disk.slow(1, crew::wake);
    private final Disk fast = Disk.fast();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private final List<HashJob> jobs = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("slow"));
        Files.createDirectories(folder.resolve("fast"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hashesTheFilesOfAnotherDiskWhileASlowOneIsTaken(boolean treeAlone) throws Exception {
        for (String disk : List.of("slow", "fast")) {
            for (int i = 0; i < 3; i++) {
                add(disk + "/small" + i, 1000, treeAlone);
                add(disk + "/large" + i, LARGE, treeAlone);
            }
        }
        Disk.Permit permit = slow.tryAcquire().orElseThrow();
        CountDownLatch fastOnes = new CountDownLatch(6);
        Thread run = Thread.ofPlatform().start(() -> hashAll(fastOnes));

        fastOnes.await();
        assertThat(finished).hasSize(6).allMatch(name -> name.startsWith("fast"));
        permit.release();
        run.join();
        assertThat(finished).hasSize(12);
    }

    @Test
    void endsWhenOnlyFilesOfATakenDiskAreLeft() throws Exception {
        add("slow/small", 1000, false);
        add("slow/large", LARGE, true);
        Disk.Permit permit = slow.tryAcquire().orElseThrow();
        Thread run = Thread.ofPlatform().start(() -> hashAll(new CountDownLatch(0)));
        permit.release();
        run.join();
        assertThat(finished).containsExactlyInAnyOrder("slow/small", "slow/large");
    }

    private void hashAll(CountDownLatch fastOnes) {
        Disks disks =
                new Disks(1, crew::wake) {
                    @Override
                    Disk disk(Path file, long device) {
                        return file.getParent().endsWith("slow") ? slow : fast;
                    }
                };
        HashAlgorithm[] all = {TestHashes.sha256(), new TestHashes.Tree()};
        try (Hashing hashing = new Hashing(TestHashes.of(all), crew, disks)) {
            hashing.hashAll(
                    jobs,
                    new Cancellation(),
                    files ->
                            files.forEach(file -> {
                                assertThat(file.hashes().state()).isEqualTo(FileState.OK);
                                finished.add(name(file.job()));
                                fastOnes.countDown();
                            }));
        }
    }

    private String name(HashJob job) {
        return folder.relativize(job.path()).toString();
    }

    private void add(String name, int size, boolean treeAlone) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[size]);
        HashAlgorithm wanted = treeAlone ? new TestHashes.Tree() : TestHashes.sha256();
        jobs.add(
                new HashJob(file, FileFacts.ofSize(size), List.of(wanted.id()), Workload.of(size)));
    }
}
