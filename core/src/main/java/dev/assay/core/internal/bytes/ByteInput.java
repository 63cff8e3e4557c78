package dev.assay.core.internal.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A cursor over bytes in order, that never allocates for a length it was only told. What runs over
 * the end throws {@link EOFException}.
 */
public final class ByteInput {

    private final InputStream in;
    private final byte[] buffer;
    private int next;
    private int limit;
    private long consumed;

    /**
     * @param in is read ahead by at most {@code ahead} bytes
     * @param ahead size of the buffer in bytes
     */
    public ByteInput(InputStream in, int ahead) {
        this.in = in;
        this.buffer = new byte[ahead];
    }

    /** {@return how many bytes were taken so far} */
    public long position() {
        return consumed + next;
    }

    /** {@return the next byte without taking it, or -1 at the end} */
    public int peek() throws IOException {
        return next < limit || fill() ? buffer[next] & 0xff : -1;
    }

    /** {@return the next byte, or -1 at the end} */
    public int read() throws IOException {
        return next < limit || fill() ? buffer[next++] & 0xff : -1;
    }

    /** {@return the next byte} */
    public int unsignedByte() throws IOException {
        int read = read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    /**
     * {@return the ASCII text up to the next quotation mark, which is taken too; nothing, and
     * nothing is taken, when it is longer, has a backslash or a control character, or was not read
     * ahead as a whole} Nearly all strings of nearly all JSON are of that kind.
     */
    public Optional<String> plainText(int most) {
        int stop = Math.min(limit, most < limit - next ? next + most + 1 : limit);
        for (int at = next; at < stop; at++) {
            byte each = buffer[at];
            if (each == '"') {
                String text = new String(buffer, next, at - next, StandardCharsets.ISO_8859_1);
                next = at + 1;
                return Optional.of(text);
            }
            if (each < ' ' || each == '\\') {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@return an unsigned number of 1 to 8 bytes; with 8, one of 2^63 and more is negative} */
    public long number(int bytes, ByteOrder order) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            long read = unsignedByte();
            value = order == ByteOrder.LITTLE_ENDIAN ? value | read << (8 * i) : value << 8 | read;
        }
        return value;
    }

    /** {@return a little-endian unsigned number of 1 to 8 bytes} */
    public long number(int bytes) throws IOException {
        return number(bytes, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Takes bytes into an array.
     *
     * @return how many; fewer than asked for only at the end
     */
    public int read(byte[] into, int offset, int length) throws IOException {
        int done = 0;
        while (done < length && (next < limit || fill())) {
            int step = Math.min(length - done, limit - next);
            System.arraycopy(buffer, next, into, offset + done, step);
            next += step;
            done += step;
        }
        return done;
    }

    /** {@return the next bytes; the length must be one that may be allocated} */
    public byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        if (read(bytes, 0, length) < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /**
     * Passes over bytes; throws {@link EOFException} when there are not so many, as there never are
     * of a negative count: an unsigned length of 2^63 and more.
     */
    public void skip(long count) throws IOException {
        if (count < 0) {
            throw new EOFException();
        }
        long left = count;
        int buffered = (int) Math.min(left, limit - next);
        next += buffered;
        left -= buffered;
        while (left > 0) {
            long skipped = in.skip(left);
            consumed += skipped;
            left -= skipped;
            if (skipped == 0) {
                if (!fill()) {
                    throw new EOFException();
                }
                int step = (int) Math.min(left, limit - next);
                next += step;
                left -= step;
            }
        }
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        consumed += next;
        next = 0;
        limit = Math.max(read, 0);
        return limit > 0;
    }
}
