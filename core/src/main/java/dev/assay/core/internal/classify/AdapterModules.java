package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Classification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tensors of an adapter, gathered by the module that they change. Every trainer has names of
 * its own for the same modules; here they become one: parts joined by underscores, the trainer's
 * prefixes gone, and in place of the factors a tensor of the size of the product.
 */
final class AdapterModules {
    private final Map<String, Map<AdapterPart, Tensor>> modules = new LinkedHashMap<>();
    private final List<Tensor> rest = new ArrayList<>();
    private final int parts;

    private AdapterModules(Collection<Tensor> tensors) {
        int found = 0;
        for (Tensor tensor : tensors) {
            Optional<AdapterSuffix> suffix = AdapterSuffix.of(tensor.name());
            if (suffix.isPresent()) {
                found++;
                String module = suffix.get().moduleOf(tensor.name());
                modules.computeIfAbsent(module, _ -> new EnumMap<>(AdapterPart.class))
                        .put(suffix.get().part(), tensor);
            } else {
                rest.add(tensor);
            }
        }
        parts = found;
    }

    /** Gathers tensors. */
    static AdapterModules of(Collection<Tensor> tensors) {
        return new AdapterModules(tensors);
    }

    /**
     * {@return whether this is an adapter: at least half of the tensors are parts of one, and not
     * mere scales; whole models exist that kept a few}
     */
    boolean isAdapter() {
        return parts > 0
                && parts >= rest.size()
                && modules.values().stream()
                        .anyMatch(found -> found.keySet().stream().anyMatch(AdapterPart::isChange));
    }

    /** {@return the modules, and whatever else there is, under their common names} */
    TensorIndex index() {
        List<Tensor> all = new ArrayList<>();
        modules.forEach((name, found) ->
                all.add(new Tensor(ModuleNames.common(name), "", AdapterSizes.module(found))));
        rest.forEach(tensor ->
                all.add(
                        new Tensor(
                                ModuleNames.common(tensor.name()),
                                tensor.dtype(),
                                tensor.shape())));
        return TensorIndex.of(all, '_');
    }

    /** {@return what is known of the adapter; its alpha is in the tensors, which are not read} */
    Classification.Adapter facts(Map<String, String> metadata) {
        return new Classification.Adapter(
                AdapterAlgorithm.of(modules.values()), rank(), Training.alpha(metadata));
    }

    private OptionalInt rank() {
        Map<Integer, Integer> votes = new HashMap<>();
        for (Map<AdapterPart, Tensor> found : modules.values()) {
            AdapterSizes.rank(found).ifPresent(rank -> votes.merge(rank, 1, Integer::sum));
        }
        return votes.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> OptionalInt.of(entry.getKey()))
                .orElse(OptionalInt.empty());
    }
}
