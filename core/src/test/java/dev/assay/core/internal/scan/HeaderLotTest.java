package dev.assay.core.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.catalog.Observed;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.scan.HeaderReader.Read;
import dev.assay.core.internal.scan.HeaderReader.Unread;
import dev.assay.core.internal.scan.Tally.Novelty;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileStat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeaderLotTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void readsItsFilesInTheirOrder() {
        HeaderLot lot = new HeaderLot(List.of(file("a"), file("b")), HeaderLotTest::read);
        lot.run();
        assertThat(lot.isDone()).isTrue();
        assertThat(names(lot.result())).containsExactly("a", "b");
        assertThat(lot.giveUpAfter(Duration.ZERO)).isEmpty();
    }

    @Test
    void givesUpTheFileThatHangsAndTellsWhatItDidNotComeTo() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        HeaderLot lot =
                new HeaderLot(
                        List.of(file("a"), file("hangs"), file("c")),
                        one -> {
                            if (one.file().path().endsWith("hangs")) {
                                reached.countDown();
                                await(answer);
                            }
                            return read(one);
                        });
        Thread thread = Thread.ofPlatform().start(lot);
        reached.await();

        assertThat(lot.giveUpAfter(LONG)).isEmpty();
        HeaderLot.Remains remains = lot.giveUpAfter(Duration.ZERO).orElseThrow();
        assertThat(names(remains.read())).containsExactly("a");
        assertThat(remains.hanging().file().path()).endsWithRaw(Path.of("hangs"));
        assertThat(remains.rest()).hasSize(1);

        answer.countDown();
        thread.join();
        assertThat(names(lot.result())).containsExactly("a");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Unread file(String name) {
        FileStat stat =
                new FileStat(
                        Path.of("/models", name),
                        1,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return new Unread(stat, Novelty.FRESH, Path.of("/models"), Optional.empty(), Set.of());
    }

    private static Read read(Unread unread) {
        CatalogEntry entry =
                CatalogEntry.seen(
                        unread.file(),
                        unread.root(),
                        Inspector.unreadable(unread.file().path(), 1, "only a test"),
                        Map.of());
        return new Read(new Observed(entry, List.of()), unread, 0);
    }

    private static List<String> names(List<Read> read) {
        return read.stream()
                .map(one -> String.valueOf(one.file().entry().file().path().getFileName()))
                .toList();
    }
}
