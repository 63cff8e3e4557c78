package dev.assay.core.internal.scan;

import dev.assay.core.internal.scan.HeaderReader.Read;
import dev.assay.core.internal.scan.HeaderReader.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few files that one thread reads in a row. A file system may never answer; then whoever waits
 * gives up the file that hangs, takes what was read before it, and has the rest read elsewhere.
 */
final class HeaderLot implements Runnable {
    private final List<Unread> files;
    private final Function<Unread, Read> reading;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Read> read = new ArrayList<>();
    private @Nullable RuntimeException thrown;
    private @Nullable Error broken;
    private boolean givenUp;
    private long begun;

    HeaderLot(List<Unread> files, Function<Unread, Read> reading) {
        this.files = files;
        this.reading = reading;
    }

    /** What there is of a lot that was given up. */
    record Remains(List<Read> read, Unread hanging, List<Unread> rest) {}

    @Override
    public void run() {
        try {
            for (Unread file : files) {
                if (!begin()) {
                    return;
                }
                add(reading.apply(file));
            }
        } catch (RuntimeException e) {
            thrown = e;
        } catch (Error e) {
            broken = e;
        } finally {
            end.countDown();
        }
    }

    private synchronized boolean begin() {
        begun = System.nanoTime();
        return !givenUp;
    }

    private synchronized void add(Read one) {
        if (!givenUp) {
            read.add(one);
            begun = 0;
        }
    }

    boolean isDone() {
        return end.getCount() == 0;
    }

    /** {@return whether it is done, having waited so long for that at most} */
    boolean isDoneWithin(long millis) throws InterruptedException {
        return end.await(millis, TimeUnit.MILLISECONDS);
    }

    /** {@return what was read, once that is done} */
    List<Read> result() {
        if (broken != null) {
            throw broken;
        }
        if (thrown != null) {
            throw thrown;
        }
        return read;
    }

    /**
     * Leaves the thread alone with a file that has been read for longer than this.
     *
     * @return what there is of the lot then; nothing when no file hangs
     */
    synchronized Optional<Remains> giveUpAfter(Duration limit) {
        if (begun == 0 || System.nanoTime() - begun <= limit.toNanos()) {
            return Optional.empty();
        }
        givenUp = true;
        int hanging = read.size();
        return Optional.of(
                new Remains(
                        List.copyOf(read),
                        files.get(hanging),
                        files.subList(hanging + 1, files.size())));
    }
}
