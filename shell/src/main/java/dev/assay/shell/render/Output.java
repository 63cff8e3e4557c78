package dev.assay.shell.render;

import dev.assay.shell.error.PipeClosed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where bytes go: standard output, standard error, a file or a pipe. Not a {@code PrintStream},
 * which hides that the reader went away. Safe for use from many threads; one call is never torn.
 */
public final class Output implements AutoCloseable {
    private final OutputStream stream;

    /** Writes to this stream through a buffer. */
    public Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream, 1 << 15);
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

    @Override
    public synchronized void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new PipeClosed(e);
        }
    }
}
