package dev.assay.shell.render;

import dev.assay.shell.error.PipeClosed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Where bytes go: standard output, standard error, a file or a pipe. Not a {@code PrintStream},
 * which hides that the reader went away. Safe for use from many threads; one call is never torn.
 */
public final class Output implements AutoCloseable {
    private static final long LATE_NANOS = 100_000_000;

    private final OutputStream stream;
    private final BooleanSupplier heard;
    private long flushed = System.nanoTime() - LATE_NANOS;

    /** Writes to this stream through a buffer. */
    public Output(OutputStream stream) {
        this(stream, () -> true);
    }

    /**
     * Writes to this stream through a buffer.
     *
     * @param heard whether anybody still reads what is written
     */
    public Output(OutputStream stream, BooleanSupplier heard) {
        this.stream = new BufferedOutputStream(stream, 1 << 15);
        this.heard = heard;
    }

    /** {@return whether anybody still reads what is written, so that it is worth making} */
    public boolean isHeard() {
        return heard.getAsBoolean();
    }

    /**
     * Writes text as UTF-8.
     *
     * @throws PipeClosed when nobody reads any more
     */
    public synchronized void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes.
     *
     * @throws PipeClosed when nobody reads any more
     */
    public synchronized void write(byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException e) {
            throw new PipeClosed(e);
        }
    }

    /**
     * Hands on what is buffered.
     *
     * @throws PipeClosed when nobody reads any more
     */
    public synchronized void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new PipeClosed(e);
        }
    }

    /**
     * Hands on what is buffered when that was not done for a while: who reads a slow list, or waits
     * for its first row, need not wait until the buffer is full.
     *
     * @throws PipeClosed when nobody reads any more
     */
    public synchronized void flushWhenLate() {
        long now = System.nanoTime();
        if (now - flushed >= LATE_NANOS) {
            flush();
            flushed = now;
        }
    }

    @Override
    public synchronized void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new PipeClosed(e);
        }
    }
}
