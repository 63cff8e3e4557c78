package dev.assay.hash.builtin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Keccak-f[1600] straight from FIPS 202, section 3: slow, plain, and only for comparison. */
final class Keccak {
    private static final int RATE = 136;

    private Keccak() {}

    /**
     * The 256-bit digest.
     *
     * @param suffix the byte that starts the padding: 0x01 for Keccak, 0x06 for SHA-3
     */
    static String hex256(byte[] bytes, int suffix) {
        byte[] padded = java.util.Arrays.copyOf(bytes, (bytes.length / RATE + 1) * RATE);
        padded[bytes.length] ^= (byte) suffix;
        padded[padded.length - 1] ^= (byte) 0x80;
        ByteBuffer words = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        long[] lanes = new long[25];
        while (words.hasRemaining()) {
            for (int i = 0; i < RATE / 8; i++) {
                lanes[i] ^= words.getLong();
            }
            lanes = permuted(lanes);
        }
        ByteBuffer out = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        out.asLongBuffer().put(lanes, 0, 4);
        return HexFormat.of().formatHex(out.array());
    }

    private static long[] permuted(long[] a) {
        int lfsr = 1;
        for (int round = 0; round < 24; round++) {
            a = chi(rhoPi(theta(a)));
            for (int j = 0; j <= 6; j++) {
                if ((lfsr & 1) == 1) {
                    a[0] ^= 1L << ((1 << j) - 1);
                }
                lfsr = lfsr << 1 ^ (lfsr >> 7) * 0x171;
            }
        }
        return a;
    }

    private static long[] theta(long[] a) {
        long[] out = a.clone();
        for (int x = 0; x < 5; x++) {
            long left = column(a, (x + 4) % 5);
            long right = Long.rotateLeft(column(a, (x + 1) % 5), 1);
            for (int y = 0; y < 5; y++) {
                out[x + 5 * y] ^= left ^ right;
            }
        }
        return out;
    }

    private static long column(long[] a, int x) {
        return a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    }

    private static long[] rhoPi(long[] a) {
        long[] out = a.clone();
        int x = 1;
        int y = 0;
        for (int t = 0; t < 24; t++) {
            int toX = y;
            int toY = (2 * x + 3 * y) % 5;
            out[toX + 5 * toY] = Long.rotateLeft(a[x + 5 * y], (t + 1) * (t + 2) / 2);
            x = toX;
            y = toY;
        }
        return out;
    }

    private static long[] chi(long[] a) {
        long[] out = new long[25];
        for (int y = 0; y < 25; y += 5) {
            for (int x = 0; x < 5; x++) {
                out[x + y] = a[x + y] ^ (~a[(x + 1) % 5 + y] & a[(x + 2) % 5 + y]);
            }
        }
        return out;
    }
}
