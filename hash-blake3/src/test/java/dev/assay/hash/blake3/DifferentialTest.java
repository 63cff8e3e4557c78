package dev.assay.hash.blake3;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Plain code against loops and vectors, and all of them against Bouncy Castle. With {@code
 * -Dassay.tests.long=true} every length to 64 KiB and every power of two to 64 MiB; without it a
 * choice of them.
 */
class DifferentialTest {
    private static final int KIB = 1024;
    private static final int MIB = KIB * KIB;

    @Test
    void agreesWithItselfOnEveryLengthTo64KiB() {
        MemorySegment bytes = MemorySegment.ofArray(Digests.random(64 * KIB));
        int compared = 0;
        for (int length = 0; length <= 64 * KIB; length += step(length)) {
            MemorySegment input = bytes.asSlice(0, length);
            assertThat(Digests.hex(Kernels.best(), input))
                    .as("%d bytes", length)
                    .isEqualTo(Digests.hex(Kernels.PLAIN, input));
            compared++;
        }
        System.out.printf(
                "BLAKE3, %s against plain: %d lengths%n", Kernels.best().description(), compared);
    }

    /** Every length at first, then a prime step; 64 KiB itself is always among them. */
    private static int step(int length) {
        int left = Math.max(1, 64 * KIB - length);
        return Digests.longTests() || length < 3 * KIB ? 1 : Math.min(127, left);
    }

    /** The official vectors miss exact powers of two, where a whole window is the whole input. */
    @Test
    void agreesWithBouncyCastleAroundEveryPowerOfTwo() {
        int largest = Digests.longTests() ? 64 * MIB : 2 * MIB;
        byte[] bytes = Digests.random(largest + 1);
        for (int power = 1; power <= largest; power *= 2) {
            for (int length = power - 1; length <= power + 1; length++) {
                agrees(bytes, length);
            }
        }
    }

    @Test
    void agreesWithBouncyCastleOnRandomLengths() {
        Random random = new Random(3);
        byte[] bytes = Digests.random(3 * MIB);
        for (int i = 0; i < (Digests.longTests() ? 1000 : 20); i++) {
            agrees(bytes, random.nextInt(bytes.length));
        }
    }

    @Test
    void agreesWithItselfWhereTheChunkCounterPasses32Bits() {
        MemorySegment bytes = MemorySegment.ofArray(Digests.random(Blake3.SEGMENT));
        for (long chunk : new long[] {1L << 31, (1L << 32) - 512, 1L << 32, (1L << 40) + 512}) {
            for (int length : new int[] {1, 5000, 16 * KIB, 128 * KIB, 200_000, Blake3.SEGMENT}) {
                int[] expected = new int[Spec.CV];
                int[] found = new int[Spec.CV];
                Kernels.PLAIN.subtree(bytes, 0, length, chunk, 0, expected, 0);
                for (Kernel kernel : List.of(Kernels.LOOPS, Kernels.best())) {
                    kernel.subtree(bytes, 0, length, chunk, 0, found, 0);
                    assertThat(found)
                            .as("%s, %d bytes at chunk %d", kernel.description(), length, chunk)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static void agrees(byte[] bytes, int length) {
        MemorySegment input = MemorySegment.ofArray(bytes).asSlice(0, length);
        String expected = Digests.bouncyCastle(bytes, length);
        for (Kernel kernel : List.of(Kernels.LOOPS, Kernels.best())) {
            assertThat(Digests.hex(kernel, input))
                    .as("%s, %d bytes", kernel.description(), length)
                    .isEqualTo(expected);
        }
        if (length < 100_000) {
            assertThat(Digests.hex(Kernels.PLAIN, input)).isEqualTo(expected);
        }
    }
}
