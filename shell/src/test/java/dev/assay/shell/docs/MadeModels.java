package dev.assay.shell.docs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Model files of which only the header is real; the tensors are zeros that take no room on the
 * disk. Tensors are written {@code name 320x768}; {@code [0-2]} in a name stands for three names.
 */
final class MadeModels {
    private static final int BYTES = 2;

    private MadeModels() {}

    static Path safetensors(Path file, String... tensors) throws IOException {
        return write(file, 1, tensors);
    }

    /** A file of which only half has arrived. */
    static Path cutShort(Path file, String... tensors) throws IOException {
        return write(file, 2, tensors);
    }

    private static Path write(Path file, int part, String... tensors) throws IOException {
        List<String> members = new ArrayList<>();
        long end = 0;
        for (String tensor : tensors) {
            int space = tensor.lastIndexOf(' ');
            String shape = tensor.substring(space + 1);
            for (String name : expanded(tensor.substring(0, space))) {
                long start = end;
                end += BYTES * elements(shape);
                members.add(
                        "\"%s\":{\"dtype\":\"F16\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                                .formatted(name, shape.replace('x', ','), start, end));
            }
        }
        byte[] json = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.getParent());
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(json.length).array());
            out.write(json);
            out.setLength(8 + json.length + end / part);
        }
        return file;
    }

    private static long elements(String shape) {
        return Stream.of(shape.split("x")).mapToLong(Long::parseLong).reduce(1, (a, b) -> a * b);
    }

    private static List<String> expanded(String name) {
        int open = name.indexOf('[');
        if (open < 0) {
            return List.of(name);
        }
        int close = name.indexOf(']', open);
        String[] ends = name.substring(open + 1, close).split("-", -1);
        List<String> all = new ArrayList<>();
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[1]); i++) {
            all.addAll(expanded(name.substring(0, open) + i + name.substring(close + 1)));
        }
        return all;
    }
}
