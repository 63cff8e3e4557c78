package dev.assay.shell.run;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.Progress;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.render.Screen;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells on stderr how a job goes on: a bar that redraws itself on a terminal, a line every ten
 * seconds elsewhere when asked for, or events as JSON lines. Silent for the first half second, so
 * that short jobs show nothing at all.
 */
public final class ProgressReporter implements JobListener, AutoCloseable {
    private static final long QUIET_NANOS = Duration.ofMillis(500).toNanos();
    private static final long FRAME_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final String ERASE = "\r\u001b[K";

    private final Screen talk;
    private final Mode mode;
    private final JobControl control;
    private final LongSupplier nanos;
    private final long begun;
    private final Rate rate;
    private long lastShown;
    private boolean drawn;

    /** How progress is told. */
    public enum Mode {
        /** One line that redraws itself. */
        BAR,
        /** A line now and then. */
        PLAIN,
        /** Events as JSON lines. */
        JSON,
        /** Not at all. */
        NONE
    }

    /** Begins to report, with the clock that {@link System#nanoTime} is. */
    public ProgressReporter(Screen talk, Mode mode, JobControl control) {
        this(talk, mode, control, System::nanoTime);
    }

    ProgressReporter(Screen talk, Mode mode, JobControl control, LongSupplier nanos) {
        this.talk = talk;
        this.mode = mode;
        this.control = control;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.rate = new Rate(nanos);
        this.lastShown = begun;
    }

    @Override
    public synchronized void progress(Progress progress) {
        control.progress(progress);
        rate.note(progress.phase(), progress.bytesDone());
        long now = nanos.getAsLong();
        boolean due = now - begun >= QUIET_NANOS && now - lastShown >= pause();
        if (mode == Mode.NONE || !due || control.isBackground()) {
            return;
        }
        lastShown = now;
        switch (mode) {
            case BAR -> draw(ProgressLine.bar(progress, rate, talk.look()));
            case PLAIN -> talk.line(ProgressLine.plain(progress, rate));
            case JSON -> talk.out().write(Json.compact(event(progress)) + "\n");
            case NONE -> {}
        }
        talk.out().flush();
    }

    private long pause() {
        return mode == Mode.PLAIN ? LINE_NANOS : FRAME_NANOS;
    }

    private void draw(String line) {
        talk.out().write(ERASE + talk.inert(line));
        drawn = true;
    }

    @Override
    public synchronized void problem(FileProblem problem) {
        if (mode == Mode.JSON) {
            talk.out().write(Json.compact(event(problem)) + "\n");
            talk.out().flush();
        }
    }

    @Override
    public void finished(CatalogEntry entry) {}

    /** Takes the bar away, so that what is printed next stands alone. */
    @Override
    public synchronized void close() {
        if (drawn && !control.isBackground()) {
            talk.out().write(ERASE);
            talk.out().flush();
            drawn = false;
        }
    }

    private Map<String, @Nullable Object> event(Progress progress) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("schema", "assay.progress/1");
        event.put("phase", ProgressLine.id(progress.phase()));
        event.put("files_done", progress.filesDone());
        event.put("files_total", progress.filesTotal());
        event.put("bytes_done", progress.bytesDone());
        event.put("bytes_total", progress.bytesTotal());
        event.put("bytes_per_second", Math.round(rate.bytesPerSecond()));
        event.put("current", progress.current().map(RawPath::text).orElse(null));
        return event;
    }

    private static Map<String, @Nullable Object> event(FileProblem problem) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("schema", "assay.problem/1");
        event.put("path", RawPath.text(problem.path()));
        event.put("stage", problem.stage().id());
        event.put("message", problem.message());
        return event;
    }
}
