package dev.assay.shell.repl;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Output of a job: straight to the terminal while it is in front, and line by line into its log
 * once it is behind the prompt.
 */
final class LineStream extends OutputStream {
    private final OutputStream direct;
    private final Consumer<String> log;
    private final BooleanSupplier behind;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineStream(OutputStream direct, Consumer<String> log, BooleanSupplier behind) {
        this.direct = direct;
        this.log = log;
        this.behind = behind;
    }

    @Override
    public synchronized void write(int octet) throws java.io.IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length)
            throws java.io.IOException {
        if (!behind.getAsBoolean()) {
            surrender();
            direct.write(bytes, offset, length);
            return;
        }
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                log.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(bytes[at]);
            }
        }
    }

    /** What waits for the end of its line, when the job comes back to the front. */
    private void surrender() throws java.io.IOException {
        line.writeTo(direct);
        line.reset();
    }

    /** Keeps what was said last without an end of line. */
    synchronized void end() {
        if (line.size() > 0) {
            log.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }

    @Override
    public synchronized void flush() throws java.io.IOException {
        if (!behind.getAsBoolean()) {
            direct.flush();
        }
    }
}
