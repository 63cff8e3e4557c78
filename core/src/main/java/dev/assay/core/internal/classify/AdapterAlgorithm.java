package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.AdapterPart.BOFT;
import static dev.assay.core.internal.classify.AdapterPart.DIFF;
import static dev.assay.core.internal.classify.AdapterPart.DORA;
import static dev.assay.core.internal.classify.AdapterPart.DOWN;
import static dev.assay.core.internal.classify.AdapterPart.HADA_1A;
import static dev.assay.core.internal.classify.AdapterPart.HADA_1B;
import static dev.assay.core.internal.classify.AdapterPart.HADA_2A;
import static dev.assay.core.internal.classify.AdapterPart.HADA_2B;
import static dev.assay.core.internal.classify.AdapterPart.IA3;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_1;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_1A;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_2;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_2A;
import static dev.assay.core.internal.classify.AdapterPart.MID;
import static dev.assay.core.internal.classify.AdapterPart.OFT;
import static dev.assay.core.internal.classify.AdapterPart.UP;

import dev.assay.core.internal.format.Tensor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How an adapter changes the weights.
 *
 * @param name as users know it
 * @param test whether a module is changed so
 */
record AdapterAlgorithm(String name, Predicate<Map<AdapterPart, Tensor>> test) {

    /** In this order: a DoRA has the factors of what it refines, a LoCon those of a LoRA. */
    private static final List<AdapterAlgorithm> TABLE =
            List.of(
                    having("dora", DORA),
                    having("loha", HADA_1A, HADA_1B, HADA_2A, HADA_2B),
                    having("lokr", LOKR_1, LOKR_1A, LOKR_2, LOKR_2A),
                    new AdapterAlgorithm("boft", AdapterAlgorithm::isBoft),
                    having("oft", OFT),
                    having("ia3", IA3),
                    new AdapterAlgorithm("locon", AdapterAlgorithm::isConvolution),
                    having("lora", DOWN, UP),
                    having("full", DIFF));

    /** {@return the name of the first algorithm that a module shows} */
    static String of(Collection<Map<AdapterPart, Tensor>> modules) {
        return TABLE.stream()
                .filter(algorithm -> modules.stream().anyMatch(algorithm.test))
                .map(AdapterAlgorithm::name)
                .findFirst()
                .orElse("lora");
    }

    private static AdapterAlgorithm having(String name, AdapterPart... parts) {
        return new AdapterAlgorithm(
                name, module -> List.of(parts).stream().anyMatch(module::containsKey));
    }

    private static boolean isBoft(Map<AdapterPart, Tensor> module) {
        Tensor blocks = module.get(OFT);
        return module.containsKey(BOFT) || (blocks != null && blocks.shape().size() == 4);
    }

    private static boolean isConvolution(Map<AdapterPart, Tensor> module) {
        Tensor down = module.get(DOWN);
        return module.containsKey(MID)
                || (down != null && down.shape().size() == 4 && down.shape().get(3) > 1);
    }
}
