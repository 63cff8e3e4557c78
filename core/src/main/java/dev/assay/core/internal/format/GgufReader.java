package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.format.GgmlTypes.GgmlType;
import dev.assay.core.internal.format.GgufInput.Refused;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.io.EOFException;
import java.io.IOException;
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
 * ggml's own reader ({@code gguf.cpp} and llama.cpp's {@code tests/test-gguf.cpp}).
 */
final class GgufReader {

    private static final int MAX_METADATA = 8 << 20;

    /** ggml's limit is 63; ComfyUI's converter writes up to 127. */
    private static final int USUAL_NAME = 63;

    private static final int MAX_NAME = 4096;

    private final ByteSource file;
    private final GgufInput in;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final GgufLayout layout = new GgufLayout(remarks);
    private int metadataBytes;

    private GgufReader(ByteSource file) {
        this.file = file;
        this.in = new GgufInput(file);
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
            long start = layout.aligned(in.position());
            payload = OptionalLong.of(Math.min(start, file.size()));
            state = tensors.isEmpty() ? FileState.OK : layout.judge(file.size() - start);
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
        in.readVersion(remarks);
        long tensorCount = in.count("tensors");
        long keyCount = in.count("keys");
        in.bound(tensorCount, 8 + 4 + 4 + 8, "tensors");
        in.bound(keyCount, 8 + 4 + 1, "keys");
        for (long i = 0; i < keyCount; i++) {
            readKey();
        }
        names.clear();
        for (long i = 0; i < tensorCount; i++) {
            readTensor();
        }
        if (in.version() == 1 && tensorCount == 0) {
            throw new Refused("version 1 without a tensor");
        }
    }

    private void readKey() throws IOException {
        long start = in.position();
        String key = in.string(MAX_NAME, "a key");
        if (key.isEmpty()) {
            throw new Refused("an empty key at byte " + start);
        }
        if (!names.add(key)) {
            throw new Refused("the key '%s' stands there twice".formatted(Text.shortened(key)));
        }
        int type = (int) in.number(4);
        if (key.equals("general.alignment")) {
            readAlignment(type);
        } else if (type == GgufInput.ARRAY) {
            skipArray(key);
        } else {
            keep(key, in.value(type, key));
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
        long alignment = in.number(4);
        layout.align(alignment);
        keep("general.alignment", Long.toString(alignment));
    }

    /** ggml refuses arrays of arrays, so nothing nests. Small ones are kept. */
    private void skipArray(String key) throws IOException {
        int type = (int) in.number(4);
        long count = in.count("elements");
        if (!GgufInput.isScalar(type)) {
            throw new Refused(
                    "the array '%s' holds the type %d".formatted(Text.shortened(key), type));
        }
        int least = in.least(type);
        if (count > in.left() / least) {
            throw new Refused(
                    "the array '%s' of %d elements, and %d bytes are left"
                            .formatted(Text.shortened(key), count, in.left()));
        }
        if (count <= 16) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(in.value(type, key));
            }
            keep(key, String.join(", ", values));
        } else if (type == GgufInput.STRING) {
            for (long i = 0; i < count; i++) {
                in.string(0, "an element");
            }
        } else {
            in.skip(count * least);
        }
    }

    private void readTensor() throws IOException {
        long start = in.position();
        String name = in.string(MAX_NAME, "a name");
        if (name.length() > USUAL_NAME && remarks.size() < 8) {
            remarks.add(
                    "the tensor name '%s' is longer than the 63 bytes that ggml takes"
                            .formatted(Text.shortened(name)));
        }
        if (!names.add(name)) {
            throw new Refused("the tensor '%s' stands there twice".formatted(Text.shortened(name)));
        }
        int dimensions = (int) in.number(4);
        if (dimensions < 0 || dimensions > 4) {
            throw new Refused(
                    "the tensor '%s' has %s dimensions; ggml has up to 4"
                            .formatted(Text.shortened(name), Integer.toUnsignedString(dimensions)));
        }
        long[] sides = new long[dimensions];
        for (int i = dimensions - 1; i >= 0; i--) {
            sides[i] = in.length();
        }
        int type = (int) in.number(4);
        long offset = in.number(8);
        if (type < 0) {
            throw new Refused("the tensor at byte %d has the type %d".formatted(start, type));
        }
        Optional<GgmlType> known = GgmlTypes.of(type);
        String dtype = known.map(GgmlType::name).orElse("TYPE_" + type);
        tensors.add(new Tensor(name, dtype, Tensors.sides(sides)));
        layout.place(name, offset, sides, known);
    }
}
