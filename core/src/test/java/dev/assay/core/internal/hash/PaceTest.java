package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace();

    @Test
    void asksAFastDiskForMoreEachTime() {
        pace.took(Pace.SMALLEST, 1000);
        assertThat(pace.piece()).isEqualTo(2 * Pace.SMALLEST);
        for (int i = 0; i < 20; i++) {
            pace.took(pace.piece(), 1000);
        }
        assertThat(pace.piece()).isEqualTo(Blocks.LARGEST);
    }

    @Test
    void asksASlowDiskForLessButForSomething() {
        pace.took(1 << 20, SECOND);
        assertThat(pace.piece()).isEqualTo(1 << 19);
        pace.took(5, 20 * SECOND);
        assertThat(pace.piece()).isEqualTo(Pace.SMALLEST);
    }

    @Test
    void learnsNothingFromAShortRestOfAFile() {
        pace.took(3, 1000);
        assertThat(pace.piece()).isEqualTo(Pace.SMALLEST);
    }
}
