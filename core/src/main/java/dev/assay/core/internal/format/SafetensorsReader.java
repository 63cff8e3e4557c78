package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the header of a safetensors file: the verdict is that of the reference implementation (its
 * README "Format" and {@code src/tensor.rs}) and names its errors, but whatever can be read of a
 * broken header is kept, so that a download that was cut can still be classified.
 */
final class SafetensorsReader {

    /** As in the reference implementation. */
    static final long MAX_HEADER = 100_000_000;

    /** The largest real model has some 10,000. */
    private static final int MAX_TENSORS = 200_000;

    private static final int MAX_NAME = 1 << 20;
    private static final int MAX_VALUE = 1 << 20;
    private static final int MAX_METADATA = 8 << 20;
    private static final int MAX_TEXT = 24 << 20;
    private static final int MAX_DIMENSIONS = 64;
    private static final int MAX_AHEAD = 1 << 15;

    private final ByteSource file;
    private final JsonText json;
    private final long payload;
    private final boolean wholeHeader;
    private final List<Tensor> tensors = new ArrayList<>();
    private final TensorLayout layout = new TensorLayout();
    private final Map<String, String> metadata = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private final long[] scratch = new long[MAX_DIMENSIONS];
    private boolean metadataSeen;
    private int metadataBytes;
    private int textBytes;
    private boolean faulty;

    private SafetensorsReader(ByteSource file, long headerLength) {
        this.file = file;
        this.payload = 8 + headerLength;
        this.wholeHeader = payload <= file.size();
        int ahead = Math.clamp(headerLength, 1, MAX_AHEAD);
        this.json = new JsonText(new ByteInput(file.slice(8, headerLength).stream(), ahead));
    }

    /** {@return whether the first bytes are those of a header that lies within the file} */
    static boolean matches(byte[] start, long size) {
        if (start.length < 9) {
            return false;
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        boolean json = start[8] == '{' || Character.isWhitespace(start[8]);
        return json && length >= 2 && length <= MAX_HEADER && size > 9;
    }

    /** {@return where the tensor data starts, by the length of the header in the first bytes} */
    static long payload(byte[] start) {
        return 8 + ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** {@return whether the first bytes could be a header's length, however broken the rest} */
    static boolean resembles(byte[] start) {
        return start.length >= 8
                && start[5] == 0
                && start[6] == 0
                && start[7] == 0
                && (start[0] != 0 || start[1] != 0 || start[2] != 0 || start[3] != 0);
    }

    /** {@return what the file's header says, whatever state it is in} */
    static Header read(ByteSource file) throws IOException {
        if (file.size() < 8) {
            return broken(
                    "HeaderTooSmall: %d bytes, and 8 are needed to hold the header's length"
                            .formatted(file.size()));
        }
        long length = ByteBuffer.wrap(file.bytes(0, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (Long.compareUnsigned(length, MAX_HEADER) > 0) {
            return broken(
                    "HeaderTooLarge: the first 8 bytes announce a header of %s bytes"
                            .formatted(Long.toUnsignedString(length)));
        }
        return new SafetensorsReader(file, length).read();
    }

    private static Header broken(String why) {
        return header(FileState.MALFORMED, OptionalLong.empty(), List.of(), Map.of(), List.of(why));
    }

    private static Header header(
            FileState state,
            OptionalLong payload,
            List<Tensor> tensors,
            Map<String, String> metadata,
            List<String> remarks) {
        return new Header(
                Format.SAFETENSORS, state, payload, tensors, metadata, List.of(), remarks);
    }

    private Header read() throws IOException {
        FileState state = FileState.OK;
        try {
            readObject();
        } catch (JsonText.Fault e) {
            fault(
                    (!wholeHeader
                                    ? "InvalidHeaderLength: the header goes on after the end of the file: "
                                    : e.encoding
                                            ? "InvalidHeader: "
                                            : "InvalidHeaderDeserialization: ")
                            + e.why);
        } catch (EOFException e) {
            state = cutHeader();
        }
        if (!faulty && !wholeHeader && state == FileState.OK) {
            state = cutHeader();
        }
        if (faulty) {
            state = FileState.MALFORMED;
        } else if (state == FileState.OK) {
            state = judgeLayout();
        }
        return header(
                state,
                wholeHeader ? OptionalLong.of(payload) : OptionalLong.empty(),
                tensors,
                metadata,
                remarks);
    }

    /** The verdict comes first among the remarks. */
    private void fault(String why) {
        if (!faulty) {
            remarks.addFirst(why);
        }
        faulty = true;
    }

    private FileState cutHeader() {
        if (wholeHeader) {
            fault("InvalidHeaderDeserialization: the JSON of the header does not end");
            return FileState.MALFORMED;
        }
        String why =
                "InvalidHeaderLength: the header takes %d bytes, and the file has %d"
                        .formatted(payload, file.size());
        if (tensors.isEmpty()) {
            fault(why);
            return FileState.MALFORMED;
        }
        remarks.addFirst(why + "; it was cut within its header");
        return FileState.TRUNCATED;
    }

    private FileState judgeLayout() {
        long available = file.size() - payload;
        TensorLayout.Verdict verdict = layout.judge(available, this::nameOf);
        verdict.why().ifPresent(remarks::addFirst);
        return verdict.state();
    }

    private String nameOf(int index) {
        return Text.shortened(tensors.get(index).name());
    }

    private void readObject() throws IOException {
        if (json.peek() == '{' && json.position() > 0) {
            remarks.add("white space before the header, which some readers refuse");
        }
        json.expect('{');
        if (!json.take('}')) {
            do {
                readEntry();
            } while (json.take(','));
            json.expect('}');
        }
        json.expectEnd();
    }

    private void readEntry() throws IOException {
        String name = json.string(MAX_NAME);
        json.expect(':');
        if (name.equals("__metadata__")) {
            readMetadata();
            return;
        }
        textBytes += name.length();
        if (tensors.size() == MAX_TENSORS || textBytes > MAX_TEXT) {
            throw json.fault(
                    "more than %d tensors or %d bytes of names, the limits here"
                            .formatted(MAX_TENSORS, MAX_TEXT));
        }
        if (!names.add(name)) {
            fault(
                    "InvalidHeaderDeserialization: the tensor '%s' stands there twice"
                            .formatted(Text.shortened(name)));
        }
        if (json.peek() != '{') {
            fault(
                    "InvalidHeaderDeserialization: the entry '%s' describes no tensor"
                            .formatted(Text.shortened(name)));
            json.skipValue();
            return;
        }
        readTensor(name);
    }

    private void readTensor(String name) throws IOException {
        String dtype = "";
        long[] shape = null;
        long[] offsets = null;
        json.expect('{');
        if (!json.take('}')) {
            do {
                String key = json.string(64);
                json.expect(':');
                switch (key) {
                    case "dtype" -> dtype = Dtypes.shared(json.string(64));
                    case "shape" -> shape = numbers(MAX_DIMENSIONS);
                    case "data_offsets" -> offsets = numbers(2);
                    default -> {
                        remarkOnce("fields beside dtype, shape and data_offsets");
                        json.skipValue();
                    }
                }
            } while (json.take(','));
            json.expect('}');
        }
        if (dtype.isEmpty() || shape == null || offsets == null || offsets.length != 2) {
            fault(
                    "InvalidHeaderDeserialization: the tensor '%s' lacks dtype, shape or offsets"
                            .formatted(Text.shortened(name)));
            return;
        }
        OptionalInt bits = Dtypes.bits(dtype);
        if (bits.isEmpty()) {
            fault(
                    "InvalidHeaderDeserialization: the tensor '%s' has the dtype '%s', unknown to"
                                    .formatted(Text.shortened(name), Text.shortened(dtype))
                            + " safetensors; a newer one may know it");
        }
        tensors.add(new Tensor(name, dtype, Tensors.sides(shape)));
        layout.add(offsets[0], offsets[1], shape, bits.orElse(0));
    }

    private void remarkOnce(String remark) {
        if (remarks.size() < 8 && !remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    private long[] numbers(int max) throws IOException {
        int count = 0;
        json.expect('[');
        if (!json.take(']')) {
            do {
                if (count == max) {
                    throw json.fault("more than " + max + " numbers");
                }
                scratch[count++] = json.unsignedNumber();
            } while (json.take(','));
            json.expect(']');
        }
        return Arrays.copyOf(scratch, count);
    }

    private void readMetadata() throws IOException {
        if (metadataSeen) {
            fault("InvalidHeaderDeserialization: __metadata__ stands there twice");
        }
        metadataSeen = true;
        if (json.peek() == 'n') {
            json.word("null");
            return;
        }
        if (json.peek() != '{') {
            fault("InvalidHeaderDeserialization: __metadata__ is no map of texts");
            json.skipValue();
            return;
        }
        json.expect('{');
        if (!json.take('}')) {
            do {
                readPair();
            } while (json.take(','));
            json.expect('}');
        }
    }

    private void readPair() throws IOException {
        String key = json.string(MAX_NAME);
        json.expect(':');
        if (json.peek() != '"') {
            fault(
                    "InvalidHeaderDeserialization: __metadata__ '%s' is no text"
                            .formatted(Text.shortened(key)));
            json.skipValue();
            return;
        }
        String value = json.string(MAX_VALUE);
        metadataBytes += key.length() + value.length();
        if (metadataBytes <= MAX_METADATA && metadata.size() < MAX_TENSORS) {
            metadata.put(key, value);
        } else {
            remarkOnce("more metadata than is kept here");
        }
    }
}
