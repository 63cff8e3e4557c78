package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.internal.zip.ZipIndex;
import dev.assay.core.internal.zip.ZipMember;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numpy's array files: a header that is a Python literal, then raw data, or a pickle if the
 * array holds objects (numpy/lib/format.py).
 */
final class NumpyReader {

    private static final Pattern DESCRIPTOR = Pattern.compile("'descr':\\s*'([^']{1,64})'");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, L]{0,200})\\)");
    private static final int MAX_HEADER = 1 << 16;

    private NumpyReader() {}

    /** What the header says, and where the data starts. */
    private record Array(String descriptor, List<Long> shape, long start) {
        boolean holdsObjects() {
            return descriptor.contains("O");
        }
    }

    static Header read(ByteSource file, ContentScanner content, Findings findings)
            throws IOException {
        scan(file, 0, content, findings);
        Optional<Array> array = parse(file);
        return new Header(
                Format.NUMPY,
                array.isPresent() ? FileState.OK : FileState.MALFORMED,
                array.isPresent() ? OptionalLong.of(array.get().start()) : OptionalLong.empty(),
                array.map(it -> List.of(tensor("", it))).orElse(List.of()),
                Map.of(),
                List.of(),
                array.isPresent() ? List.of() : List.of("the header of the array is not readable"));
    }

    /** The arrays that are stored; packed ones would have to be inflated to be listed. */
    static List<Tensor> arrays(ByteSource file, ZipIndex index) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (ZipMember member : index.members()) {
            if (member.method() == 0) {
                String name = member.name().substring(0, member.name().length() - 4);
                parse(file.slice(member.dataStart(), member.room()))
                        .ifPresent(array -> tensors.add(tensor(name, array)));
            }
        }
        return tensors;
    }

    private static Tensor tensor(String name, Array array) {
        return new Tensor(name, Dtypes.ofNumpy(array.descriptor()), array.shape());
    }

    static void scan(ByteSource file, int depth, ContentScanner content, Findings findings)
            throws IOException {
        Optional<Array> array = parse(file);
        if (array.isEmpty()) {
            findings.add(Verdict.UNSCANNABLE, "a numpy array whose header is not readable");
        } else if (array.get().holdsObjects()) {
            long start = array.get().start();
            content.scanPickle(file.slice(start, file.size() - start), depth + 1, findings);
        }
    }

    private static Optional<Array> parse(ByteSource file) throws IOException {
        byte[] start = file.bytes(0, 12);
        if (start.length < 10) {
            return Optional.empty();
        }
        boolean first = start[6] == 1;
        long length =
                first
                        ? (start[8] & 0xff) | (start[9] & 0xff) << 8
                        : ByteSource.of(start).size() < 12
                                ? -1
                                : (start[8] & 0xffL)
                                        | (start[9] & 0xffL) << 8
                                        | (start[10] & 0xffL) << 16
                                        | (start[11] & 0xffL) << 24;
        int at = first ? 10 : 12;
        if (length < 0 || length > MAX_HEADER || at + length > file.size()) {
            return Optional.empty();
        }
        String text = new String(file.bytes(at, (int) length), StandardCharsets.ISO_8859_1);
        return parse(text, at + length);
    }

    /** A structured type holds objects if it names them anywhere. */
    private static Optional<Array> parse(String text, long start) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.find() || !text.contains("'descr'")) {
            return Optional.empty();
        }
        Matcher descriptor = DESCRIPTOR.matcher(text);
        String type = descriptor.find() ? descriptor.group(1) : text.contains("O") ? "O" : "V";
        List<Long> sides =
                Arrays.stream(shape.group(1).split("[, L]+"))
                        .filter(side -> !side.isEmpty() && side.length() <= 18)
                        .map(Long::valueOf)
                        .toList();
        return Optional.of(new Array(type, sides, start));
    }
}
