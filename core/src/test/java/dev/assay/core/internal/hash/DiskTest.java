package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiskTest {
    private final AtomicInteger left = new AtomicInteger();
    private final Disk slow = Disk.slow(1, left::incrementAndGet);

    @Test
    void turnsAwayWhoWouldHaveToWaitForASlowOne() {
        Disk.Permit permit = slow.tryAcquire().orElseThrow();
        assertThat(slow.isTaken()).isTrue();
        assertThat(slow.tryAcquire()).isEmpty();

        permit.release();
        assertThat(left).hasValue(1);
        assertThat(slow.tryAcquire()).isPresent();
    }

    @Test
    void takesAPermissionBackOnce() {
        Disk.Permit permit = slow.tryAcquire().orElseThrow();
        permit.release();
        assertThat(slow.tryAcquire()).isPresent();

        permit.release();
        assertThat(left).hasValue(1);
        assertThat(slow.tryAcquire()).isEmpty();
    }

    @Test
    void letsEverybodyReadFromAFastOne() {
        Disk fast = Disk.fast();
        assertThat(fast.tryAcquire()).isPresent();
        assertThat(fast.tryAcquire()).isPresent();
        assertThat(fast.isTaken()).isFalse();
    }
}
