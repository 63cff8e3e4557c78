package dev.assay.core.internal.classify;

import dev.assay.core.model.Evidence;
import dev.assay.core.model.ModelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the tensors say.
 *
 * @param type what loads the file
 * @param bases the families that are left, the usual one first
 * @param variant a finer kind
 * @param evidence the reasons, the decisive first
 * @param nearMisses rules that nearly held
 * @param adapter the modules, when it is an adapter
 * @param denoiser where the denoiser's names start, when it has one
 */
record Verdict(
        ModelType type,
        List<String> bases,
        Optional<String> variant,
        List<Evidence> evidence,
        List<String> nearMisses,
        Optional<AdapterModules> adapter,
        Optional<String> denoiser) {

    Verdict {
        bases = List.copyOf(bases);
        evidence = List.copyOf(evidence);
        nearMisses = List.copyOf(nearMisses);
    }

    /** {@return the answer when no rule holds} */
    static Verdict none(List<Evidence> evidence, List<String> nearMisses) {
        return new Verdict(
                ModelType.UNKNOWN,
                List.of(),
                Optional.empty(),
                evidence,
                nearMisses,
                Optional.empty(),
                Optional.empty());
    }

    /** {@return whether a rule held} */
    boolean isKnown() {
        return type != ModelType.UNKNOWN;
    }

    /** {@return the same with other families, for one more reason} */
    Verdict with(List<String> others, Evidence reason) {
        return new Verdict(type, others, variant, plus(reason), nearMisses, adapter, denoiser);
    }

    /** {@return the same with a variant, for one more reason} */
    Verdict withVariant(String other, Evidence reason) {
        return new Verdict(
                type, bases, Optional.of(other), plus(reason), nearMisses, adapter, denoiser);
    }

    /** {@return the same with another type, for one more reason} */
    Verdict withType(ModelType other, Evidence reason) {
        return new Verdict(other, bases, variant, plus(reason), nearMisses, adapter, denoiser);
    }

    private List<Evidence> plus(Evidence reason) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(reason);
        return all;
    }
}
