package dev.assay.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a file is, as far as its header tells.
 *
 * @param type what loads it
 * @param base the family it belongs to; while ambiguous, the usual one of {@code bases}
 * @param bases every family that the evidence allows; one when certain, none when unknown
 * @param variant a finer kind within the family, such as {@code inpaint} or {@code 14B}
 * @param precision the number format of most elements, such as {@code F16}
 * @param parameters number of parameters
 * @param tensors number of tensors
 * @param adapter what is known of a LoRA or the like
 * @param triggerWords words that the header says trigger it
 * @param training selected metadata of the training, by the header's keys
 * @param confidence how far to rely on it
 * @param evidence the reasons, the decisive first
 * @param nearMisses the rules that came closest without firing, for {@code inspect --why}
 * @param conflicts contradictions between sources, in words
 */
public record Classification(
        ModelType type,
        Optional<String> base,
        List<String> bases,
        Optional<String> variant,
        Optional<String> precision,
        OptionalLong parameters,
        OptionalInt tensors,
        Optional<Adapter> adapter,
        List<String> triggerWords,
        Map<String, String> training,
        Confidence confidence,
        List<Evidence> evidence,
        List<String> nearMisses,
        List<String> conflicts) {

    /** Copies the collections. */
    public Classification {
        bases = List.copyOf(bases);
        triggerWords = List.copyOf(triggerWords);
        training = Map.copyOf(training);
        evidence = List.copyOf(evidence);
        nearMisses = List.copyOf(nearMisses);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * What is known of an adapter.
     *
     * @param algorithm lora, locon, loha, lokr, oft, boft, ia3, dora or full
     * @param rank the most common rank
     * @param alpha the most common alpha
     */
    public record Adapter(String algorithm, OptionalInt rank, OptionalDouble alpha) {}

    /** {@return the answer for a file that no rule knows} */
    public static Classification unknown() {
        return new Classification(
                ModelType.UNKNOWN,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Confidence.UNKNOWN,
                List.of(),
                List.of(),
                List.of());
    }
}
