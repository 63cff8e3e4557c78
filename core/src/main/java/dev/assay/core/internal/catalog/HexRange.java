package dev.assay.core.internal.catalog;

import java.util.Arrays;
import java.util.HexFormat;

/** All byte strings that start with some hex digits, as a range in the order of bytes. */
final class HexRange {
    private static final int LONGEST = 256;

    private final byte[] from;
    private final byte[] to;

    private HexRange(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    static HexRange of(String prefix) {
        boolean even = prefix.length() % 2 == 0;
        byte[] from = HexFormat.of().parseHex(even ? prefix : prefix + "0");
        byte[] last = HexFormat.of().parseHex(even ? prefix : prefix + "f");
        byte[] to = Arrays.copyOf(last, LONGEST);
        Arrays.fill(to, last.length, LONGEST, (byte) 0xFF);
        return new HexRange(from, to);
    }

    byte[] from() {
        return from;
    }

    byte[] to() {
        return to;
    }
}
