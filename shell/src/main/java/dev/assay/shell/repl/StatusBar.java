package dev.assay.shell.repl;

import dev.assay.shell.render.Inert;
import dev.assay.shell.render.Width;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;

/**
 * The line at the bottom that says how the jobs behind the prompt get on. It is there while a job
 * runs and the prompt is shown; a command in front has the screen to itself.
 */
final class StatusBar implements AutoCloseable {
    private static final String WIDGET = "assay-status";
    private static final long PERIOD_MILLIS = 500;

    private final Editor editor;
    private final LineReader reader;
    private final JobTable jobs;
    private final boolean shown;
    private final boolean unicode;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile List<AttributedString> drawn = List.of();

    /** A bar on the terminal of this editor, where {@code shown} allows one at all. */
    StatusBar(Editor editor, JobTable jobs, boolean shown, boolean unicode) {
        this.editor = editor;
        this.reader = editor.reader();
        this.jobs = jobs;
        this.shown = shown;
        this.unicode = unicode;
        reader.getWidgets().put(WIDGET, this::draw);
        if (shown) {
            Thread.ofPlatform().daemon().name("status-bar").start(this::tick);
        }
    }

    private void tick() {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isShown() {
        return shown;
    }

    /** Draws the bar anew, if the prompt is there; the line editor keeps others off meanwhile. */
    void refresh() {
        if (!shown || lines().equals(drawn)) {
            return;
        }
        try {
            reader.callWidget(WIDGET);
        } catch (IllegalStateException notAtThePrompt) {
            // a command has the screen
        }
    }

    private boolean draw() {
        show(lines());
        return true;
    }

    /** An empty bar is not sent off by the line editor before somebody types. */
    private void show(List<AttributedString> lines) {
        drawn = lines;
        Status.getStatus(reader.getTerminal()).update(lines);
        reader.getTerminal().flush();
    }

    /** Takes the bar off the screen, before something else is shown there. */
    void hide() {
        if (!drawn.isEmpty()) {
            show(List.of());
        }
    }

    private List<AttributedString> lines() {
        List<Job> running = jobs.running();
        if (running.isEmpty()) {
            return List.of();
        }
        String line =
                running.stream()
                        .map(job -> "[" + job.number() + "] " + job.line() + "  " + job.state())
                        .collect(Collectors.joining("    "));
        Terminal terminal = reader.getTerminal();
        String fitted =
                Width.end(
                        Inert.text(line),
                        Math.max(20, terminal.getSize().getColumns() - 1),
                        !unicode);
        return List.of(
                new AttributedString(fitted, editor.styled(AttributedStyle.DEFAULT.faint())));
    }

    @Override
    public void close() {
        closed.countDown();
        hide();
    }
}
