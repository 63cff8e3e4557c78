package dev.assay.shell.repl;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Output of a job: straight to the terminal while it is in front, and line by line above the prompt
 * once it is behind.
 */
final class LineStream extends OutputStream {
    private final OutputStream direct;
    private final Consumer<String> above;
    private final BooleanSupplier behind;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineStream(OutputStream direct, Consumer<String> above, BooleanSupplier behind) {
        this.direct = direct;
        this.above = above;
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
            direct.write(bytes, offset, length);
            return;
        }
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                above.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(bytes[at]);
            }
        }
    }

    @Override
    public synchronized void flush() throws java.io.IOException {
        if (!behind.getAsBoolean()) {
            direct.flush();
        }
    }
}
