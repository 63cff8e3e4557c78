package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.format.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static Tensor tensor(String name, String dtype, Long... shape) {
        return new Tensor(name, dtype, List.of(shape));
    }

    @Test
    void countsEveryElementBuffersIncluded() {
        Measures measures =
                Measures.of(
                        List.of(
                                tensor("a.weight", "F32", 10L, 20L),
                                tensor("a.alpha", "F32"),
                                tensor("index", "I64", 5L)));
        assertThat(measures.parameters()).isEqualTo(206);
        assertThat(measures.precision()).hasValue("F32");
    }

    @Test
    void takesTheFormatOfMostElementsNotOfMostTensors() {
        Measures measures =
                Measures.of(
                        List.of(
                                tensor("big", "F8_E4M3", 100L, 100L),
                                tensor("one", "F16", 10L),
                                tensor("two", "F16", 10L)));
        assertThat(measures.precision()).hasValue("F8_E4M3");
    }

    @Test
    void countsBothHalvesOfAnNf4ByteAndNotTheTablesBesideIt() {
        Measures measures =
                Measures.of(
                        List.of(
                                tensor("a.weight", "U8", 5000L, 1L),
                                tensor("a.weight.absmax", "F32", 157L),
                                tensor("a.weight.quant_map", "F32", 16L),
                                tensor("a.weight.quant_state.bitsandbytes__nf4", "U8", 90L),
                                tensor("a.bias", "BF16", 100L)));
        assertThat(measures.parameters()).isEqualTo(10_100);
        assertThat(measures.precision()).hasValue("NF4");
    }

    @Test
    void seesThroughTheFourBitsOfSvdQuant() {
        Measures measures =
                Measures.of(
                        List.of(
                                tensor("a.qweight", "I8", 100L, 50L),
                                tensor("a.wscales", "BF16", 2L, 100L)));
        assertThat(measures.parameters()).isEqualTo(10_000);
        assertThat(measures.precision()).hasValue("INT4");
    }

    @Test
    void leavesTheScalesOfScaledFp8Out() {
        Measures measures =
                Measures.of(
                        List.of(
                                tensor("a.weight", "F8_E4M3", 10L, 10L),
                                tensor("a.scale_weight", "F32"),
                                tensor("scaled_fp8", "F8_E4M3", 2L)));
        assertThat(measures.parameters()).isEqualTo(100);
    }

    @Test
    void stopsAtTheLargestNumberInsteadOfTurningNegative() {
        Measures measures =
                Measures.of(
                        List.of(
                                tensor("a", "F16", Long.MAX_VALUE),
                                tensor("b", "F16", Long.MAX_VALUE, 2L)));
        assertThat(measures.parameters()).isEqualTo(Long.MAX_VALUE);
    }
}
