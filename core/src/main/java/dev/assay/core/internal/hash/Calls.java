package dev.assay.core.internal.hash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one thread asks file systems. A call that hangs in the kernel can be neither interrupted nor
 * taken back, so the thread is given up: what it holds of a disk is given to others, and its work
 * is settled without it. It learns of that when the call comes back, if it ever does; until then
 * the memory it reads into and the open file are its own.
 */
final class Calls {
    private static final long NONE = 0;
    private static final long GIVEN_UP = -1;

    private final Watch watch;
    private final Runnable work;
    private final AtomicLong since = new AtomicLong(NONE);
    private volatile Place place = new Place();
    private volatile Path file = Path.of("");
    private volatile Disk.@Nullable Permit permit;

    Calls(Watch watch, Runnable work) {
        this.watch = watch;
        this.work = work;
    }

    /** A question to a file system. */
    interface Call<T> {
        T answer() throws IOException;
    }

    /** Tells what the next calls are about, by a thread that holds nothing of a disk. */
    void at(Place here, Path asked) {
        place = here;
        file = asked;
        permit = null;
    }

    /** Tells what others get if this thread is given up. */
    void hold(Disk.Permit held) {
        permit = held;
    }

    /**
     * {@return the answer}
     *
     * @throws SilentException when it came too late, or when an earlier one did
     */
    <T> T ask(Call<T> call) throws IOException {
        long begun = Watch.now();
        if (!since.compareAndSet(NONE, begun)) {
            throw silence();
        }
        T answer;
        try {
            answer = call.answer();
        } catch (IOException | RuntimeException | Error e) {
            answered(begun);
            throw e;
        }
        if (!answered(begun)) {
            throw silence();
        }
        return answer;
    }

    private boolean answered(long begun) {
        boolean inTime = since.compareAndSet(begun, NONE);
        if (!inTime) {
            place.answers(file);
        }
        return inTime;
    }

    /** Closes a file, also after having been given up: nobody waits for the thread then. */
    void close(OpenFile file) throws IOException {
        if (isGivenUp()) {
            file.close();
        } else {
            ask(() -> {
                file.close();
                return true;
            });
        }
    }

    boolean isGivenUp() {
        return since.get() == GIVEN_UP;
    }

    /** {@return why what this thread was to do did not come about} */
    SilentException silence() {
        return SilentException.after(watch.limit());
    }

    /**
     * Gives the thread up if it hangs.
     *
     * @param latest calls begun before have lasted too long
     * @param present from when on somebody has looked
     */
    void giveUp(long latest, long present) {
        long begun = since.get();
        if (begun > NONE
                && Math.max(begun, present) < latest
                && since.compareAndSet(begun, GIVEN_UP)) {
            place.hangs(file);
            Disk.Permit held = permit;
            if (held != null) {
                held.release();
            }
            work.run();
        }
    }
}
