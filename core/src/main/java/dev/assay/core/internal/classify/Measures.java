package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts parameters and tells the number format that holds most of them. */
final class Measures {

    private Measures() {}

    /** {@return the elements of all tensors, capped at 2^63 - 1} */
    static long parameters(List<Tensor> tensors) {
        long sum = 0;
        for (Tensor tensor : tensors) {
            sum = saturatingAdd(sum, tensor.elements());
        }
        return sum;
    }

    /** {@return the number format of most elements; nothing when there are no elements} */
    static Optional<String> precision(List<Tensor> tensors) {
        Map<String, Long> byFormat = new HashMap<>();
        for (Tensor tensor : tensors) {
            byFormat.merge(tensor.dtype(), tensor.elements(), Measures::saturatingAdd);
        }
        return byFormat.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static long saturatingAdd(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
