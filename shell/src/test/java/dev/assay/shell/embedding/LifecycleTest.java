package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dassay.cycles=1000} makes it a long run; the usual build has a short one. */
class LifecycleTest {
    private static final int CYCLES = Integer.getInteger("assay.cycles", 40);
    private static final long HEAP_KIB = 1024;
    private static final long OPEN_FILES = 2;

    @TempDir private Path temp;

    @Test
    void leavesNothingBehindHoweverOftenItIsOpenedAndClosed() throws Exception {
        Path models = Files.createDirectory(temp.resolve("models"));
        for (int i = 0; i < 5; i++) {
            Files.writeString(models.resolve("model-%d.ckpt".formatted(i)), "model " + i);
        }

        ChildJvm.Said said =
                ChildJvm.onModulePath(
                        Programs.CYCLES,
                        models.toString(),
                        temp.resolve("catalog.db").toString(),
                        "" + CYCLES);

        long[] before = numbers(said.value("before"));
        long[] after = numbers(said.value("after"));
        System.out.printf(
                "%d cycles: heap %d then %d KiB, open files %d then %d%n",
                CYCLES, before[0], after[0], before[1], after[1]);
        assertThat(after[0] - before[0]).as("KiB of heap").isLessThan(HEAP_KIB);
        assertThat(after[1] - before[1]).as("open files").isLessThanOrEqualTo(OPEN_FILES);
        assertThat(said.value("threads")).isEqualTo("0");
    }

    private static long[] numbers(String text) {
        String[] words = text.split(" ", -1);
        return new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])};
    }
}
