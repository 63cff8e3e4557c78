package dev.assay.core.internal.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a row. SQLite does not notice a flipped bit in a value: of 400 flips in a catalog
 * 146 gave wrong values without any error. The sum covers the row's key too, so that a row which a
 * damaged index hands out for another is noticed.
 *
 * <p>Sixty-four bits: the two 32-bit CRCs that processors compute.
 */
final class RowSum {
    private static final int ROOM = 512;

    private byte[] covered = new byte[ROOM];
    private int length;

    static long of(@Nullable Object... values) {
        RowSum sum = new RowSum();
        for (Object value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /** Tests of the class rather than a switch over patterns, which costs 15 ms to start with. */
    @SuppressWarnings("IfChainToSwitch")
    private void add(@Nullable Object value) {
        if (value == null) {
            add(-1L);
        } else if (value instanceof Long one) {
            add(one.longValue());
        } else if (value instanceof String text) {
            add(text);
        } else if (value instanceof Integer one) {
            add(one.longValue());
        } else if (value instanceof Boolean one) {
            add(one ? 1L : 0L);
        } else if (value instanceof byte[] bytes) {
            add(bytes);
        } else {
            throw new IllegalArgumentException("No column: " + value);
        }
    }

    /** Adds a number. */
    RowSum add(long value) {
        makeRoom(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            covered[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Adds text. */
    RowSum add(@Nullable String text) {
        return text == null ? add(-1L) : add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes; their length goes first, so that no two lists of values run together. */
    RowSum add(byte[] bytes) {
        return add(bytes.length).append(bytes, bytes.length);
    }

    /** Adds what was added to another. */
    RowSum add(RowSum other) {
        return append(other.covered, other.length);
    }

    private RowSum append(byte[] bytes, int count) {
        makeRoom(count);
        System.arraycopy(bytes, 0, covered, length, count);
        length += count;
        return this;
    }

    private void makeRoom(int more) {
        if (length + more > covered.length) {
            covered = Arrays.copyOf(covered, Math.max(length + more, 2 * covered.length));
        }
    }

    /** {@return the sum over what was added so far} */
    long value() {
        CRC32 crc32 = new CRC32();
        CRC32C crc32c = new CRC32C();
        crc32.update(covered, 0, length);
        crc32c.update(covered, 0, length);
        return crc32.getValue() << 32 | crc32c.getValue();
    }
}
