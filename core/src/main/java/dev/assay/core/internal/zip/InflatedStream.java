package dev.assay.core.internal.zip;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.Damaged;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongPredicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates bytes in order, as far as the budget goes. */
public final class InflatedStream extends InputStream {

    private final InputStream packed;
    private final Inflater inflater;
    private final LongPredicate takeBudget;
    private final byte[] buffer = new byte[1 << 13];

    /**
     * Starts to inflate.
     *
     * @param bare whether it is bare deflate as in a zip, as against zlib with its header
     * @param takeBudget is asked before bytes are handed out; false ends it with {@link Damaged}
     */
    public InflatedStream(ByteSource packed, boolean bare, LongPredicate takeBudget) {
        this.packed = packed.stream();
        this.inflater = new Inflater(bare);
        this.takeBudget = takeBudget;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (true) {
                int inflated = inflater.inflate(into, offset, length);
                if (inflated > 0) {
                    return budgeted(inflated);
                }
                if (inflater.finished() || inflater.needsDictionary() || !feed()) {
                    return -1;
                }
            }
        } catch (DataFormatException e) {
            throw new Damaged("the packed data is damaged: " + e.getMessage());
        }
    }

    private int budgeted(int inflated) throws Damaged {
        if (!takeBudget.test(inflated)) {
            throw new Damaged("it inflates to more than is scanned");
        }
        return inflated;
    }

    private boolean feed() throws IOException {
        int read = packed.read(buffer, 0, buffer.length);
        if (read <= 0) {
            return false;
        }
        inflater.setInput(buffer, 0, read);
        return true;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
