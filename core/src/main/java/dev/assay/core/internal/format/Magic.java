package dev.assay.core.internal.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The first bytes of containers. */
final class Magic {

    /** What torch.save wrote first before 1.6: the number 0x1950a86a20f9469cfc6c, as LONG1. */
    private static final String LEGACY_TORCH = latin1("8a0a6cfc9c46f9206aa850192e");

    private static final String REPLACEMENT = latin1("efbfbd");

    private static final String ZSTD = latin1("28b52ffd");

    private Magic() {}

    private static String latin1(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    static boolean startsWith(byte[] start, String latin1) {
        return contains(start, 0, latin1);
    }

    private static boolean contains(byte[] start, int at, String latin1) {
        byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (start.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (start[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean zip(byte[] start) {
        return startsWith(start, "PK\u0003\u0004") || startsWith(start, "PK\u0005\u0006");
    }

    static boolean numpy(byte[] start) {
        return startsWith(start, "\u0093NUMPY");
    }

    static boolean tar(byte[] start) {
        return contains(start, 257, "ustar");
    }

    static boolean hdf5(byte[] start) {
        return startsWith(start, "\u0089HDF\r\n\u001a\n");
    }

    static boolean ggml(byte[] start) {
        return startsWith(start, "lmgg") || startsWith(start, "fmgg") || startsWith(start, "tjgg");
    }

    /** Protocol 2 and up announce themselves. */
    static boolean pickle(byte[] start) {
        return start.length >= 2 && (start[0] & 0xff) == 0x80 && start[1] >= 0 && start[1] <= 5;
    }

    /** A frame may stand between the protocol and the number. */
    static boolean legacyTorch(byte[] start) {
        return pickle(start)
                && (contains(start, 2, LEGACY_TORCH) || contains(start, 11, LEGACY_TORCH));
    }

    /** Field 1, a varint below 128, and then another field of a ModelProto (onnx.proto). */
    static boolean onnx(byte[] start) {
        return start.length >= 4
                && start[0] == 8
                && start[1] > 0
                && start[1] < 32
                && (start[2] == 0x12 || start[2] == 0x1a || start[2] == 0x3a || start[2] == 0x42);
    }

    static boolean gzip(byte[] start) {
        return startsWith(start, "\u001f\u008b\b");
    }

    /** RFC 1950 with the usual window, no dictionary, and its check: a multiple of 31. */
    static boolean zlib(byte[] start) {
        return start.length >= 2
                && start[0] == 0x78
                && (0x7800 | (start[1] & 0xff)) % 31 == 0
                && (start[1] & 0x20) == 0;
    }

    /** {@return the name of a container that is recognised and not looked into} */
    static Optional<String> foreign(byte[] start) {
        if (startsWith(start, "7z\u00bc\u00af'\u001c")) {
            return Optional.of("7z");
        }
        if (startsWith(start, "BZh")) {
            return Optional.of("bzip2");
        }
        if (startsWith(start, "\u00fd7zXZ\u0000")) {
            return Optional.of("xz");
        }
        if (startsWith(start, "Rar!\u001a\u0007")) {
            return Optional.of("RAR");
        }
        if (startsWith(start, ZSTD)) {
            return Optional.of("zstd");
        }
        if (startsWith(start, "\u0004\"M\u0018")) {
            return Optional.of("lz4");
        }
        return startsWith(start, "]\u0000\u0000") ? Optional.of("lzma") : Optional.empty();
    }

    /** Several replacement characters, U+FFFD in UTF-8, which no weights hold by chance. */
    static boolean mangled(byte[] start) {
        int count = 0;
        for (int i = 0; i + 3 <= start.length; i++) {
            if (contains(start, i, REPLACEMENT)) {
                count++;
            }
        }
        return count >= 2;
    }
}
