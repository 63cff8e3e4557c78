package dev.assay.hash.spi.contract;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Assertions and sample bytes of the contract. */
final class Expect {
    private Expect() {}

    static void that(boolean holds, String found) {
        if (!holds) {
            throw new AssertionError("found " + found);
        }
    }

    static void same(Object expected, Object found) {
        that(Objects.equals(expected, found), found + " and " + expected);
    }

    static void same(byte[] expected, byte[] found) {
        that(Arrays.equals(expected, found), hex(found) + " and " + hex(expected));
    }

    static void differ(byte[] one, byte[] other) {
        that(!Arrays.equals(one, other), "the same digest " + hex(one) + " twice");
    }

    /** Bytes that are the same in every run. */
    static byte[] sample(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static String lines(List<AssertionError> broken) {
        return broken.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
