package dev.assay.shell.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What may be taller than the screen. It is kept until it is, and goes to the pager from then on,
 * as fast as that reads: of a list of any length no more than a pipe holds is in memory.
 */
final class Pages extends OutputStream {
    /** More than a pipe takes while nobody reads it, which is where a missing pager shows. */
    private static final int KEPT = 1 << 17;

    /** What the shell says when a program is not there. */
    private static final int NOT_FOUND = 127;

    private final Invocation run;
    private final String program;
    private final int height;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long written;
    private int lines;
    private State state = State.KEEPING;
    private SystemShell.@Nullable Reading pager;
    private Console.@Nullable Loan terminal;

    private enum State {
        KEEPING,
        PAGED,
        LEFT,
        PRINTED
    }

    Pages(Invocation run, String program, int height) {
        this.run = run;
        this.program = program;
        this.height = height;
    }

    /** {@return whether anybody still looks at what comes} */
    boolean areRead() {
        return state != State.LEFT;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        written += count;
        if (written <= KEPT) {
            kept.write(bytes, from, count);
        }
        switch (state) {
            case KEEPING -> keep(bytes, from, count);
            case PAGED -> feed(bytes, from, count);
            case PRINTED -> run.host().out().write(Arrays.copyOfRange(bytes, from, from + count));
            case LEFT -> {}
        }
    }

    private void keep(byte[] bytes, int from, int count) {
        for (int at = from; at < from + count; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        if (lines >= height || written > KEPT) {
            byte[] all = kept.toByteArray();
            begin();
            feed(all, 0, all.length);
            if (written > KEPT) {
                feed(bytes, from, count);
            }
        }
    }

    private void begin() {
        run.host().out().flush();
        terminal = run.session().console().lend();
        pager = SystemShell.read(program);
        state = State.PAGED;
    }

    private void feed(byte[] bytes, int from, int count) {
        try {
            if (state == State.PAGED && pager != null) {
                pager.in().write(bytes, from, count);
            }
        } catch (IOException e) {
            end();
        }
    }

    @Override
    public void flush() {
        try {
            if (state == State.PAGED && pager != null) {
                pager.in().flush();
            }
        } catch (IOException e) {
            end();
        }
    }

    /** Waits until the pager is left; where there is none, everything is printed. */
    private void end() {
        int exit = pager == null ? 0 : pager.end();
        takeBack();
        state = State.LEFT;
        if (exit == NOT_FOUND && written <= KEPT) {
            print();
        }
    }

    private void takeBack() {
        if (terminal != null) {
            terminal.close();
            terminal = null;
        }
    }

    private void print() {
        state = State.PRINTED;
        run.host().out().write(kept.toByteArray());
    }

    /** What is said next may go elsewhere, and must not come first. */
    @Override
    public void close() {
        switch (state) {
            case KEEPING -> print();
            case PAGED -> end();
            case PRINTED, LEFT -> {}
        }
        run.host().out().flush();
    }
}
