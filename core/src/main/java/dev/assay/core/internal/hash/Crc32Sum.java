package dev.assay.core.internal.hash;

/**
 * Joins CRC-32 values of neighbouring pieces without their bytes.
 *
 * <p>A CRC is a remainder modulo a polynomial over GF(2), so appending {@code n} zero bytes
 * multiplies it by x^(8n), and the CRC of the second piece is added. Powers of x come from repeated
 * squaring. Bits are in the reflected order of CRC-32: the highest bit is x^0.
 */
final class Crc32Sum {
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ONE = 1 << 31;

    /** x^8, one byte. */
    private static final int BYTE = 1 << 23;

    private Crc32Sum() {}

    /** {@return the CRC-32 of two pieces, the second of which has that many bytes} */
    static int join(int first, int second, long secondLength) {
        return product(power(secondLength), first) ^ second;
    }

    /** x^(8 * bytes). */
    private static int power(long bytes) {
        int result = ONE;
        int square = BYTE;
        for (long left = bytes; left != 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = product(result, square);
            }
            square = product(square, square);
        }
        return result;
    }

    private static int product(int a, int b) {
        int sum = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                sum ^= shifted;
            }
            shifted = (shifted >>> 1) ^ (POLYNOMIAL & -(shifted & 1));
        }
        return sum;
    }
}
