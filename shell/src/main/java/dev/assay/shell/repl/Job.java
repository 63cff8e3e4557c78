package dev.assay.shell.repl;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Progress;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.run.JobControl;
import dev.assay.shell.run.ProgressLine;
import dev.assay.shell.run.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One command line on a thread of its own, before or behind the prompt. */
final class Job implements JobControl {
    private final int number;
    private final String line;
    private final JobLog log = new JobLog();
    private final Rate rate = new Rate(System::nanoTime);
    private final long begun = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean background;
    private volatile boolean stopping;
    private volatile Optional<Cancellation> cancellation = Optional.empty();
    private volatile Optional<Progress> progress = Optional.empty();
    private volatile ExitCode exit = ExitCode.OK;

    Job(int number, String line, boolean background) {
        this.number = number;
        this.line = line;
        this.background = background;
    }

    int number() {
        return number;
    }

    String line() {
        return line;
    }

    /** {@return what it said behind the prompt} */
    JobLog log() {
        return log;
    }

    /** {@return how it ended} */
    ExitCode exit() {
        return exit;
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    boolean isStopping() {
        return stopping;
    }

    /** {@return for how long it has been running} */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    void finish(ExitCode how) {
        exit = how;
        done.countDown();
    }

    void moveBehind() {
        background = true;
    }

    void moveInFront() {
        background = false;
    }

    /** Stops it gently: work that is done is kept. */
    void stop() {
        stopping = true;
        cancellation.ifPresent(Cancellation::cancel);
    }

    void await() throws InterruptedException {
        done.await();
    }

    void await(Duration most) throws InterruptedException {
        if (!done.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
            stopping = true;
        }
    }

    /** {@return whether it ended; false when it was moved behind the prompt meanwhile} */
    boolean awaitWhileInFront() throws InterruptedException {
        while (!background) {
            if (done.await(50, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return isDone();
    }

    @Override
    public void begin(Cancellation token) {
        cancellation = Optional.of(token);
        if (stopping) {
            token.cancel();
        }
    }

    @Override
    public void progress(Progress now) {
        synchronized (rate) {
            rate.note(now.phase(), now.bytesDone());
        }
        progress = Optional.of(now);
    }

    @Override
    public void end() {
        progress = Optional.empty();
    }

    @Override
    public boolean isBackground() {
        return background;
    }

    /** {@return what it is doing, in a few words} */
    String state() {
        if (isDone()) {
            return exit == ExitCode.OK ? "done" : "exit " + exit.number();
        }
        return stopping ? "stopping" : progress.map(this::brief).orElse("running");
    }

    private String brief(Progress now) {
        synchronized (rate) {
            return ProgressLine.brief(now, rate);
        }
    }
}
