package dev.assay.core.internal.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The 64-bit sizes that an extra field may hold (APPNOTE 6.3.10, section 4.5.3). */
final class Zip64 {

    private static final long ESCAPE = 0xffffffffL;

    private Zip64() {}

    /** {@return the fields in order, those that say "look there" taken from the extra field} */
    static List<Long> resolve(byte[] extra, long inflated, long packed, long offset) {
        ByteBuffer found = find(extra);
        return List.of(take(found, inflated), take(found, packed), take(found, offset));
    }

    private static long take(ByteBuffer extra, long field) {
        return field == ESCAPE && extra.remaining() >= 8 ? extra.getLong() : field;
    }

    private static ByteBuffer find(byte[] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = Short.toUnsignedInt(fields.getShort());
            int length = Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining());
            if (id == 1) {
                return fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            fields.position(fields.position() + length);
        }
        return ByteBuffer.allocate(0);
    }
}
