package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.format.GgmlTypes.GgmlType;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the header of a GGUF file, versions 1 to 3 and both byte orders. The verdict is that of
 * ggml's own reader ({@code gguf.cpp} and llama.cpp's {@code tests/test-gguf.cpp}); every length is
 * compared with the bytes that are left before anything is allocated for it.
 */
final class GgufReader {

    private static final int MAX_COUNT = 200_000;
    private static final int MAX_STRING = 16 << 20;
    private static final int MAX_VALUE = 1 << 16;
    private static final int MAX_METADATA = 8 << 20;

    /** ggml's limit is 63; ComfyUI's converter writes up to 127. */
    private static final int USUAL_NAME = 63;

    private static final int MAX_NAME = 4096;
    private static final int DEFAULT_ALIGNMENT = 32;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int[] VALUE_BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final ByteSource file;
    private final ByteInput in;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int version;
    private int metadataBytes;
    private long alignment = DEFAULT_ALIGNMENT;
    private long dataNeeded;
    private boolean offsetsKnown = true;

    private GgufReader(ByteSource file) {
        this.file = file;
        this.in = new ByteInput(file.stream(), 1 << 14);
    }

    /** What ggml refuses. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        final String why;

        Refused(String why) {
            super(why);
            this.why = why;
        }
    }

    static boolean matches(byte[] start) {
        return start.length >= 4
                && start[0] == 'G'
                && start[1] == 'G'
                && start[2] == 'U'
                && start[3] == 'F';
    }

    static Header read(ByteSource file) throws IOException {
        return new GgufReader(file).read();
    }

    private Header read() throws IOException {
        FileState state;
        OptionalLong payload = OptionalLong.empty();
        try {
            readHeader();
            long start = (in.position() + alignment - 1) / alignment * alignment;
            payload = OptionalLong.of(Math.min(start, file.size()));
            state = judgeData(start);
        } catch (Refused e) {
            remarks.addFirst(e.why);
            state = FileState.MALFORMED;
        } catch (EOFException e) {
            remarks.addFirst("the header is cut off at byte %d".formatted(file.size()));
            state =
                    tensors.isEmpty() && names.isEmpty()
                            ? FileState.MALFORMED
                            : FileState.TRUNCATED;
        }
        return new Header(Format.GGUF, state, payload, tensors, metadata, List.of(), remarks);
    }

    private void readHeader() throws IOException {
        in.skip(4);
        readVersion();
        long tensorCount = count("tensors");
        long keyCount = count("keys");
        bound(tensorCount, 8 + 4 + 4 + 8, "tensors");
        bound(keyCount, 8 + 4 + 1, "keys");
        for (long i = 0; i < keyCount; i++) {
            readKey();
        }
        names.clear();
        for (long i = 0; i < tensorCount; i++) {
            readTensor();
        }
        if (version == 1 && tensorCount == 0) {
            throw new Refused("version 1 without a tensor");
        }
    }

    private void readVersion() throws IOException {
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
    private long length() throws IOException {
        return in.number(version == 1 ? 4 : 8, order);
    }

    private long count(String what) throws IOException {
        long count = length();
        if (count < 0) {
            throw new Refused("%s %s".formatted(Long.toUnsignedString(count), what));
        }
        return count;
    }

    private long left() {
        return file.size() - in.position();
    }

    private void bound(long count, int least, String what) throws IOException {
        if (count > left() / (version == 1 ? least - 4 : least)) {
            throw new Refused(
                    "%d %s announced, and %d bytes are left".formatted(count, what, left()));
        }
        if (count > MAX_COUNT) {
            throw new Refused("%d %s; the limit here is %d".formatted(count, what, MAX_COUNT));
        }
    }

    private String string(int max, String what) throws IOException {
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

    private void readKey() throws IOException {
        long start = in.position();
        String key = string(MAX_NAME, "a key");
        if (key.isEmpty()) {
            throw new Refused("an empty key at byte " + start);
        }
        if (!names.add(key)) {
            throw new Refused("the key '%s' stands there twice".formatted(Text.shortened(key)));
        }
        int type = (int) in.number(4, order);
        if (key.equals("general.alignment")) {
            readAlignment(type);
        } else if (type == ARRAY) {
            skipArray(key);
        } else {
            keep(key, value(type, key));
        }
    }

    private void keep(String key, String value) {
        metadataBytes += key.length() + value.length();
        if (metadataBytes <= MAX_METADATA) {
            metadata.put(key, value);
        }
    }

    private void readAlignment(int type) throws IOException {
        if (type != 4) {
            throw new Refused("general.alignment is no unsigned 32-bit number");
        }
        alignment = in.number(4, order);
        if (Long.bitCount(alignment) != 1) {
            throw new Refused(
                    "general.alignment is %d, and must be a power of 2".formatted(alignment));
        }
        keep("general.alignment", Long.toString(alignment));
    }

    private String value(int type, String key) throws IOException {
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

    /** ggml refuses arrays of arrays, so nothing nests. Small ones are kept. */
    private void skipArray(String key) throws IOException {
        int type = (int) in.number(4, order);
        long count = count("elements");
        if (type < 0 || type >= VALUE_BYTES.length || type == ARRAY) {
            throw new Refused(
                    "the array '%s' holds the type %d".formatted(Text.shortened(key), type));
        }
        int least = type == STRING ? (version == 1 ? 4 : 8) : VALUE_BYTES[type];
        if (count > left() / least) {
            throw new Refused(
                    "the array '%s' of %d elements, and %d bytes are left"
                            .formatted(Text.shortened(key), count, left()));
        }
        if (count <= 16) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(value(type, key));
            }
            keep(key, String.join(", ", values));
        } else if (type == STRING) {
            for (long i = 0; i < count; i++) {
                string(0, "an element");
            }
        } else {
            in.skip(count * least);
        }
    }

    private void readTensor() throws IOException {
        long start = in.position();
        String name = string(MAX_NAME, "a name");
        if (name.length() > USUAL_NAME && remarks.size() < 8) {
            remarks.add(
                    "the tensor name '%s' is longer than the 63 bytes that ggml takes"
                            .formatted(Text.shortened(name)));
        }
        if (!names.add(name)) {
            throw new Refused("the tensor '%s' stands there twice".formatted(Text.shortened(name)));
        }
        int dimensions = (int) in.number(4, order);
        if (dimensions < 0 || dimensions > 4) {
            throw new Refused(
                    "the tensor '%s' has %s dimensions; ggml has up to 4"
                            .formatted(Text.shortened(name), Integer.toUnsignedString(dimensions)));
        }
        long[] sides = new long[dimensions];
        for (int i = dimensions - 1; i >= 0; i--) {
            sides[i] = in.number(version == 1 ? 4 : 8, order);
        }
        int type = (int) in.number(4, order);
        long offset = in.number(8, order);
        if (type < 0) {
            throw new Refused("the tensor at byte %d has the type %d".formatted(start, type));
        }
        Optional<GgmlType> known = GgmlTypes.of(type);
        String dtype = known.map(GgmlType::name).orElse("TYPE_" + type);
        long elements = elements(name, sides);
        tensors.add(new Tensor(name, dtype, Tensors.sides(sides)));
        place(name, offset, sides, elements, known);
    }

    private static long elements(String name, long[] sides) throws Refused {
        long product = 1;
        for (long side : sides) {
            if (side < 0 || Math.multiplyHigh(product, side) != 0 || product * side < 0) {
                throw new Refused(
                        "the shape of the tensor '%s' overflows".formatted(Text.shortened(name)));
            }
            product *= side;
        }
        return product;
    }

    /** ggml wants the tensors one after the other, each padded to the alignment. */
    private void place(
            String name, long offset, long[] sides, long elements, Optional<GgmlType> type)
            throws Refused {
        if (!offsetsKnown) {
            return;
        }
        if (type.isEmpty()) {
            offsetsKnown = false;
            remarks.add("a tensor type that is not known here, so the length was not checked");
            return;
        }
        if (offset != dataNeeded) {
            throw new Refused(
                    "the tensor '%s' starts at %s instead of %d"
                            .formatted(
                                    Text.shortened(name),
                                    Long.toUnsignedString(offset),
                                    dataNeeded));
        }
        int block = type.get().block();
        long row = sides.length == 0 ? 1 : sides[sides.length - 1];
        if (row % block != 0) {
            throw new Refused(
                    "the tensor '%s' has rows of %d elements, and %s packs %d"
                            .formatted(Text.shortened(name), row, type.get().name(), block));
        }
        long blocks = elements / block;
        if (blocks > (Long.MAX_VALUE - dataNeeded - alignment) / type.get().bytes()) {
            throw new Refused(
                    "the size of the tensor '%s' overflows".formatted(Text.shortened(name)));
        }
        long end = dataNeeded + blocks * type.get().bytes();
        dataNeeded = (end + alignment - 1) / alignment * alignment;
    }

    /** ggml wants even the padding of the last tensor. */
    private FileState judgeData(long start) {
        if (!offsetsKnown || tensors.isEmpty()) {
            return FileState.OK;
        }
        long available = file.size() - start;
        if (available < dataNeeded) {
            remarks.addFirst(
                    "%d of %d bytes of tensor data are there"
                            .formatted(Math.max(0, available), dataNeeded));
            return FileState.TRUNCATED;
        }
        if (available > dataNeeded) {
            remarks.add("%d bytes follow the last tensor".formatted(available - dataNeeded));
        }
        return FileState.OK;
    }
}
