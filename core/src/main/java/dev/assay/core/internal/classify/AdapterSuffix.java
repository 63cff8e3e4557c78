package dev.assay.core.internal.classify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The end of a tensor's name, and what it says of an adapter.
 *
 * @param part what such a tensor is
 * @param end the end, its separator included
 */
record AdapterSuffix(AdapterPart part, String end) {

    /** Every spelling: kohya's, PEFT's, diffusers' of all ages, XLabs', LyCORIS'. */
    private static final List<AdapterSuffix> TABLE =
            List.of(
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_down.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_A.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_A.default.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_A.default_0.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora.down.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, "_lora.down.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, "_lora1.down.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, "_lora2.down.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_linear_layer.down.weight"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_down"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_A"),
                    new AdapterSuffix(AdapterPart.DOWN, ".lora_embedding_A"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_up.weight"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_B.weight"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_B.default.weight"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_B.default_0.weight"),
                    new AdapterSuffix(AdapterPart.UP, ".lora.up.weight"),
                    new AdapterSuffix(AdapterPart.UP, "_lora.up.weight"),
                    new AdapterSuffix(AdapterPart.UP, "_lora1.up.weight"),
                    new AdapterSuffix(AdapterPart.UP, "_lora2.up.weight"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_linear_layer.up.weight"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_up"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_B"),
                    new AdapterSuffix(AdapterPart.UP, ".lora_embedding_B"),
                    new AdapterSuffix(AdapterPart.MID, ".lora_mid.weight"),
                    new AdapterSuffix(AdapterPart.UP_BIAS, ".lora_B.bias"),
                    new AdapterSuffix(AdapterPart.UP_BIAS, ".lora_up.bias"),
                    new AdapterSuffix(AdapterPart.ALPHA, ".alpha"),
                    new AdapterSuffix(AdapterPart.ALPHA, ".lora_alpha"),
                    new AdapterSuffix(AdapterPart.ALPHA, ".scale_factor"),
                    new AdapterSuffix(AdapterPart.DORA, ".dora_scale"),
                    new AdapterSuffix(AdapterPart.DORA, ".lora_magnitude_vector"),
                    new AdapterSuffix(AdapterPart.DORA, ".lora_magnitude_vector.weight"),
                    new AdapterSuffix(AdapterPart.DORA, ".lora_magnitude_vector.default.weight"),
                    new AdapterSuffix(AdapterPart.HADA_1A, ".hada_w1_a"),
                    new AdapterSuffix(AdapterPart.HADA_1B, ".hada_w1_b"),
                    new AdapterSuffix(AdapterPart.HADA_2A, ".hada_w2_a"),
                    new AdapterSuffix(AdapterPart.HADA_2B, ".hada_w2_b"),
                    new AdapterSuffix(AdapterPart.HADA_T, ".hada_t1"),
                    new AdapterSuffix(AdapterPart.HADA_T, ".hada_t2"),
                    new AdapterSuffix(AdapterPart.LOKR_1, ".lokr_w1"),
                    new AdapterSuffix(AdapterPart.LOKR_1A, ".lokr_w1_a"),
                    new AdapterSuffix(AdapterPart.LOKR_1B, ".lokr_w1_b"),
                    new AdapterSuffix(AdapterPart.LOKR_2, ".lokr_w2"),
                    new AdapterSuffix(AdapterPart.LOKR_2A, ".lokr_w2_a"),
                    new AdapterSuffix(AdapterPart.LOKR_2B, ".lokr_w2_b"),
                    new AdapterSuffix(AdapterPart.LOKR_T, ".lokr_t2"),
                    new AdapterSuffix(AdapterPart.OFT, ".oft_blocks"),
                    new AdapterSuffix(AdapterPart.OFT, ".oft_diag"),
                    new AdapterSuffix(AdapterPart.OFT, ".oft_R.weight"),
                    new AdapterSuffix(AdapterPart.OFT, ".oft_r"),
                    new AdapterSuffix(AdapterPart.BOFT, ".boft_blocks"),
                    new AdapterSuffix(AdapterPart.BOFT, ".boft_R"),
                    new AdapterSuffix(AdapterPart.BOFT, ".boft_s"),
                    new AdapterSuffix(AdapterPart.IA3, ".ia3_l"),
                    new AdapterSuffix(AdapterPart.IA3, ".ia3_l.weight"),
                    new AdapterSuffix(AdapterPart.IA3, ".ia3"),
                    new AdapterSuffix(AdapterPart.IA3_SIDE, ".on_input"),
                    new AdapterSuffix(AdapterPart.DIFF, ".diff"),
                    new AdapterSuffix(AdapterPart.DIFF, ".diff_w"),
                    new AdapterSuffix(AdapterPart.DIFF_BIAS, ".diff_b"),
                    new AdapterSuffix(AdapterPart.NORM, ".w_norm"),
                    new AdapterSuffix(AdapterPart.NORM, ".b_norm"),
                    new AdapterSuffix(AdapterPart.NORM, ".set_weight"),
                    new AdapterSuffix(AdapterPart.NORM, ".reshape_weight"));

    /** The table by the last part of a name, for speed. */
    private static final Map<String, List<AdapterSuffix>> BY_LAST_PART =
            TABLE.stream().collect(Collectors.groupingBy(suffix -> lastPart(suffix.end)));

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@return what the end of this name says, if anything} */
    static Optional<AdapterSuffix> of(String name) {
        for (AdapterSuffix suffix : BY_LAST_PART.getOrDefault(lastPart(name), List.of())) {
            if (name.length() > suffix.end.length() && name.endsWith(suffix.end)) {
                return Optional.of(suffix);
            }
        }
        return Optional.empty();
    }

    /** {@return the module of a tensor with this end} */
    String moduleOf(String name) {
        return name.substring(0, name.length() - end.length());
    }
}
