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
    private final Trouble trouble;
    private boolean failed;
    private long flushed = System.nanoTime() - LATE_NANOS;

    /** What it means that something cannot be written. */
    public interface Trouble {
        /** {@return what is thrown: that the reader left, or a failure to be told} */
        RuntimeException of(IOException e);
    }

    /** Writes through a buffer to something that is read, until its reader has had enough. */
    public Output(OutputStream stream) {
        this(stream, () -> true);
    }

    /** Writes through a buffer to something that may be full or broken. */
    public Output(OutputStream stream, Trouble trouble) {
        this(stream, () -> true, trouble);
    }

    /**
     * Writes to this stream through a buffer.
     *
     * @param heard whether anybody still reads what is written
     */
    public Output(OutputStream stream, BooleanSupplier heard) {
        this(stream, heard, PipeClosed::new);
    }

    private Output(OutputStream stream, BooleanSupplier heard, Trouble trouble) {
        this.stream = new BufferedOutputStream(stream, 1 << 15);
        this.heard = heard;
        this.trouble = trouble;
    }

    /** {@return whether anybody still reads what is written, so that it is worth making} */
    public boolean isHeard() {
        return heard.getAsBoolean();
    }

    /**
     * Writes text as UTF-8.
     *
     * @throws PipeClosed when nobody reads any more; other trouble is thrown once, and what is
     *     written afterwards goes nowhere
     */
    public synchronized void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes.
     *
     * @throws PipeClosed when nobody reads any more; other trouble is thrown once, and what is
     *     written afterwards goes nowhere
     */
    public synchronized void write(byte[] bytes) {
        attempt(() -> stream.write(bytes));
    }

    /**
     * Hands on what is buffered.
     *
     * @throws PipeClosed when nobody reads any more; other trouble is thrown once, and what is
     *     written afterwards goes nowhere
     */
    public synchronized void flush() {
        attempt(stream::flush);
    }

    /**
     * Hands on what is buffered when that was not done for a while: who reads a slow list, or waits
     * for its first row, need not wait until the buffer is full.
     *
     * @throws PipeClosed when nobody reads any more; other trouble is thrown once, and what is
     *     written afterwards goes nowhere
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
        attempt(stream::close);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        if (failed) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            RuntimeException what = trouble.of(e);
            failed = !(what instanceof PipeClosed);
            throw what;
        }
    }
}
