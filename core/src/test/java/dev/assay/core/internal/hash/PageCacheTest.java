package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the real page cache, so it needs a file system that lies on a disk. */
@EnabledOnOs(OS.LINUX)
class PageCacheTest {
    private static final int SIZE = 3 * (int) PageCache.STRIDE + 5;

    @TempDir Path folder;

    private Path file = Path.of("");

    /** All of it a hole but the last byte, so that nothing else is in the cache yet. */
    @BeforeEach
    void makeAFileOnADisk() throws IOException {
        assumeTrue(!Files.getFileStore(folder).type().equals("tmpfs"));
        assertThat(PageCache.class.getModule().isNativeAccessEnabled()).isTrue();
        file = folder.resolve("model");
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.allocate(1), SIZE - 1);
            out.force(true);
        }
    }

    @Test
    void givesBackWhatWasNotInTheCacheBefore() throws IOException {
        read(true);
        assertThat(isCached()).isFalse();
        read(false);
        assertThat(isCached()).isTrue();
    }

    @Test
    void leavesWhatWasInTheCacheBefore() throws IOException {
        read(false);
        read(true);

        assertThat(isCached()).isTrue();
    }

    @Test
    void takesARunOfMoreThanHalfOfTheMemoryForOneThatFillsIt() {
        assertThat(PageCache.isCrowdedBy(1 << 20)).isFalse();
        assertThat(PageCache.isCrowdedBy(1L << 50)).isTrue();
    }

    private void read(boolean leaveNoTrace) throws IOException {
        Calls calls = new Watch(Duration.ofDays(1)).calls(() -> {});
        Disks disks = new Disks(1, () -> {});
        try (OpenFile open = OpenFile.open(calls, disks, file, SIZE)) {
            if (leaveNoTrace) {
                open.leaveNoTrace(calls);
            }
            ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
            for (long at = 0; at < SIZE; at += block.capacity()) {
                block.clear().limit((int) Math.min(block.capacity(), SIZE - at));
                open.read(calls, block, at);
            }
        }
    }

    private boolean isCached() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return PageCache.isIn(channel);
        }
    }
}
