package dev.assay.hash.blake3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import dev.assay.hash.spi.contract.Clause;
import dev.assay.hash.spi.contract.HashContract;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Blake3Test {

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return DynamicTest.stream(
                HashContract.of(new Blake3()).stream(), Clause::sentence, Clause::check);
    }

    @Test
    void isFoundAsAService() {
        Blake3.class.getModule().addUses(HashPlugin.class);
        assertThat(ServiceLoader.load(HashPlugin.class))
                .hasAtLeastOneElementOfType(Blake3Plugin.class);
        HashContract.check(new Blake3Plugin());
    }

    @Test
    void agreesWithTheTestOfCivitaisScanner() {
        assertThat(Digests.hex(Kernels.PLAIN, "hello world".getBytes(US_ASCII)))
                .isEqualTo("d74981efa70a0c880b8d8c1985d075dbcbf679b99a5f9914e5aaf96b831a9e24");
    }

    @Test
    void hashesShortRunsWithLoopsUntilTheProcessIsWarm() {
        long large = LoopKernel.SHORTEST;
        assertThat(Kernels.vectorsPay(large, Kernels.BREAK_EVEN - 1, false)).isFalse();
        assertThat(Kernels.vectorsPay(large, Kernels.BREAK_EVEN, false)).isTrue();
        assertThat(Kernels.vectorsPay(1, 1, true)).isTrue();
    }

    @Test
    void takesVectorsSoonerForInputsTooShortForLoops() {
        long small = LoopKernel.SHORTEST - 1;
        assertThat(Kernels.vectorsPay(small, Kernels.BREAK_EVEN_OF_SHORT - 1, false)).isFalse();
        assertThat(Kernels.vectorsPay(small, Kernels.BREAK_EVEN_OF_SHORT, false)).isTrue();
    }

    /** The tests run with the vector module, on machines whose CPU has vectors that pay. */
    @Test
    void hashesLongRunsWithVectorsWhereTheCpuHasThem() {
        assertThat(Kernels.forRun(1, Long.MAX_VALUE))
                .isInstanceOf(Simd.pays() ? VectorKernel.class : LoopKernel.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1025, 524_288, 524_289, 1_048_576, 3_000_000})
    void givesAPipeTheSameDigest(int length) {
        MemorySegment input = MemorySegment.ofArray(Digests.random(length));
        TreeHash.Hasher hasher = new Blake3().newHasher(Workload.of(0)).orElseThrow();
        for (long at = 0; at == 0 || at < length; at += Blake3.SEGMENT) {
            hasher.update(
                    at / Blake3.SEGMENT, input.asSlice(at, Math.min(Blake3.SEGMENT, length - at)));
        }
        assertThat(HexFormat.of().formatHex(hasher.finish()))
                .isEqualTo(Digests.hex(Kernels.PLAIN, input));
    }

    @Test
    void refusesToFinishWhileASegmentIsMissing() {
        TreeHash.Hasher hasher = new Blake3().newHasher(Blake3.SEGMENT + 1L, Workload.of(0));
        hasher.update(1, MemorySegment.ofArray(new byte[1]));
        assertThatThrownBy(hasher::finish).hasMessageContaining("Not every segment");
    }
}
