package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrewTest {
    private final Crew crew = new Crew(1000, Duration.ofDays(1));
    private final Deque<Crew.Task> tasks = new ArrayDeque<>();

    @AfterEach
    void close() {
        crew.close();
    }

    @Test
    void startsNoThreadWithoutWork() {
        crew.wake();
        assertThat(crew.hired()).isZero();
    }

    @Test
    void runsTasksAtOnceAndHiresOneMoreThanThereAreAtMost() throws InterruptedException {
        crew.add(tasks::poll, false);
        runsTogether(3);
        assertThat(crew.hired()).isBetween(3, 4);
    }

    @Test
    void hiresForTasksThatComeWhenAllAreBusy() throws InterruptedException {
        CountDownLatch kept = new CountDownLatch(1);
        tasks.add(_ -> uninterrupted(kept::await));
        crew.add(tasks::poll, false);
        runsTogether(5);
        kept.countDown();
        assertThat(crew.hired()).isBetween(6, 7);
    }

    /** Gives tasks that end only once all of them run. */
    private void runsTogether(int count) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(count);
        CountDownLatch over = new CountDownLatch(count);
        crew.offer(() -> {
            for (int i = 0; i < count; i++) {
                tasks.add(_ -> {
                    uninterrupted(together::await);
                    over.countDown();
                });
            }
            return count;
        });
        over.await();
    }

    private interface Waiting {
        void run() throws Exception;
    }

    private static void uninterrupted(Waiting waiting) {
        try {
            waiting.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
