package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The numbers, strings and values of a GGUF header. Every length is compared with the bytes that
 * are left before anything is allocated for it.
 */
final class GgufInput {

    static final int STRING = 8;
    static final int ARRAY = 9;

    private static final int MAX_COUNT = 200_000;
    private static final int MAX_STRING = 16 << 20;
    private static final int MAX_VALUE = 1 << 16;
    private static final int[] VALUE_BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final ByteSource file;
    private final ByteInput in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int version;

    GgufInput(ByteSource file) {
        this.file = file;
        this.in = new ByteInput(file.stream(), 1 << 14);
    }

    /** What ggml refuses. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        final String why;

        Refused(String why) {
            super(why);
            this.why = why;
        }
    }

    int version() {
        return version;
    }

    long position() {
        return in.position();
    }

    long number(int bytes) throws IOException {
        return in.number(bytes, order);
    }

    void skip(long bytes) throws IOException {
        in.skip(bytes);
    }

    /** Takes the magic and the version, which tell the byte order and the width of lengths. */
    void readVersion(List<String> remarks) throws IOException {
        in.skip(4);
        int number = (int) in.number(4);
        if ((number & 0xffff) == 0 && number != 0) {
            order = ByteOrder.BIG_ENDIAN;
            number = Integer.reverseBytes(number);
            remarks.add("a big-endian file, for machines of that byte order");
        }
        if (number < 1 || number > 3) {
            throw new Refused(
                    "version %s of GGUF; known are 1 to 3"
                            .formatted(Integer.toUnsignedString(number)));
        }
        version = number;
        if (version == 1) {
            remarks.add("version 1 of GGUF, which ggml no longer loads");
        }
    }

    /** Version 1 had 32-bit counts and lengths. */
    private int lengthBytes() {
        return version == 1 ? 4 : 8;
    }

    long length() throws IOException {
        return in.number(lengthBytes(), order);
    }

    long count(String what) throws IOException {
        long count = length();
        if (count < 0) {
            throw new Refused("%s %s".formatted(Long.toUnsignedString(count), what));
        }
        return count;
    }

    long left() {
        return file.size() - in.position();
    }

    /** Refuses a count for which there cannot be room, at {@code least} bytes each. */
    void bound(long count, int least, String what) throws IOException {
        if (count > left() / (version == 1 ? least - 4 : least)) {
            throw new Refused(
                    "%d %s announced, and %d bytes are left".formatted(count, what, left()));
        }
        if (count > MAX_COUNT) {
            throw new Refused("%d %s; the limit here is %d".formatted(count, what, MAX_COUNT));
        }
    }

    /** {@return the next string, of which at most {@code max} bytes are kept} */
    String string(int max, String what) throws IOException {
        long length = length();
        if (length < 0 || length > left()) {
            throw new Refused(
                    "%s of %s bytes, and %d are left"
                            .formatted(what, Long.toUnsignedString(length), left()));
        }
        if (length > MAX_STRING) {
            throw new Refused(
                    "%s of %d bytes; the limit here is %d".formatted(what, length, MAX_STRING));
        }
        byte[] kept = in.bytes((int) Math.min(length, max));
        in.skip(length - kept.length);
        return new String(kept, StandardCharsets.UTF_8);
    }

    String value(int type, String key) throws IOException {
        if (type < 0 || type >= VALUE_BYTES.length) {
            throw new Refused(
                    "the key '%s' has the type %d; known are 0 to 12"
                            .formatted(Text.shortened(key), type));
        }
        if (type == STRING) {
            return string(MAX_VALUE, "a value");
        }
        long raw = in.number(VALUE_BYTES[type], order);
        return switch (type) {
            case 1 -> Byte.toString((byte) raw);
            case 3 -> Short.toString((short) raw);
            case 5 -> Integer.toString((int) raw);
            case 6 -> Float.toString(Float.intBitsToFloat((int) raw));
            case 7 -> Boolean.toString(raw != 0);
            case 10 -> Long.toUnsignedString(raw);
            case 12 -> Double.toString(Double.longBitsToDouble(raw));
            default -> Long.toString(raw);
        };
    }

    /** {@return whether a value of this type stands alone or in an array; arrays do not nest} */
    static boolean isScalar(int type) {
        return type >= 0 && type < VALUE_BYTES.length && type != ARRAY;
    }

    /** {@return the least number of bytes that a value of this type takes} */
    int least(int type) {
        return type == STRING ? lengthBytes() : VALUE_BYTES[type];
    }
}
