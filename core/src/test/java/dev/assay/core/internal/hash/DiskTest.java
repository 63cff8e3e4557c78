package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiskTest {
    private final AtomicInteger left = new AtomicInteger();
    private final Disk slow = Disk.slow(1, left::incrementAndGet);

    @Test
    void turnsAwayWhoWouldHaveToWaitForASlowOne() {
        assertThat(slow.tryAcquire()).isTrue();
        assertThat(slow.isTaken()).isTrue();
        assertThat(slow.tryAcquire()).isFalse();

        slow.release();
        assertThat(left).hasValue(1);
        assertThat(slow.tryAcquire()).isTrue();
    }

    @Test
    void letsEverybodyReadFromAFastOne() {
        Disk fast = Disk.fast();
        assertThat(fast.tryAcquire()).isTrue();
        assertThat(fast.tryAcquire()).isTrue();
        assertThat(fast.isTaken()).isFalse();
    }
}
