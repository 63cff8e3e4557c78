package dev.assay.core.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls that look at themselves from inside play those that hang. */
class CallsTest {
    private final Watch watch = new Watch(Duration.ofSeconds(30));
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Calls calls = watch.calls(givenUp::incrementAndGet);
    private final Place place = new Place();
    private boolean deadInside;

    @Test
    void leavesAloneWhoAnswers() throws IOException {
        assertThat(calls.ask(() -> "yes")).isEqualTo("yes");
        giveUpWhatBeganBefore(Watch.now() + 1);
        assertThat(givenUp).hasValue(0);
        assertThat(calls.ask(() -> "again")).isEqualTo("again");
    }

    @Test
    void givesUpNothingThatBeganLaterThanTheLimit() throws IOException {
        long before = Watch.now() - 1;
        calls.ask(() -> giveUpWhatBeganBefore(before));
        assertThat(givenUp).hasValue(0);
    }

    @Test
    void givesUpNothingWhenNobodyWasThereToLook() throws IOException {
        calls.ask(() -> {
            calls.giveUp(Watch.now() + 1, Watch.now() + 2);
            return true;
        });
        assertThat(givenUp).hasValue(0);
    }

    @Test
    void givesUpOnceAndTellsTheThreadWhenItsCallComesBack() {
        assertThatThrownBy(() -> calls.ask(this::hang))
                .isInstanceOf(SilentException.class)
                .hasMessage("No answer for 30 s, so reading was given up");
        assertThat(givenUp).hasValue(1);
        assertThat(calls.isGivenUp()).isTrue();
        assertThatThrownBy(() -> calls.ask(() -> "more")).isInstanceOf(SilentException.class);
    }

    @Test
    void passesOnWhatACallThrows() {
        assertThatThrownBy(() ->
                        calls.ask(() -> {
                            throw new IOException("bad sector");
                        }))
                .hasMessage("bad sector");
        assertThat(calls.isGivenUp()).isFalse();
    }

    @Test
    void takesAPlaceForDeadOnlyWhileThreeFilesHangThere() {
        List<Path> files = List.of(Path.of("a"), Path.of("b"), Path.of("c"));
        assertThatThrownBy(() -> hangOver(files)).isInstanceOf(SilentException.class);
        assertThat(deadInside).isTrue();
        assertThat(place.isDead()).isFalse();
    }

    @Test
    void doesNotTakeAPlaceForDeadForManyCallsAboutOneFile() {
        List<Path> files = Collections.nCopies(5, Path.of("a"));
        assertThatThrownBy(() -> hangOver(files)).isInstanceOf(SilentException.class);
        assertThat(deadInside).isFalse();
    }

    /** Hangs in a call, within which another thread's call hangs, and so on. */
    private boolean hangOver(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            deadInside = place.isDead();
            return true;
        }
        Calls one = watch.calls(() -> {});
        one.at(place, files.getFirst());
        return one.ask(() -> {
            one.giveUp(Watch.now() + 1, 0);
            return hangOver(files.subList(1, files.size()));
        });
    }

    private boolean hang() {
        giveUpWhatBeganBefore(Watch.now() + 1);
        return giveUpWhatBeganBefore(Watch.now() + 1);
    }

    private boolean giveUpWhatBeganBefore(long latest) {
        calls.giveUp(latest, 0);
        return true;
    }
}
