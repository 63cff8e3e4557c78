package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts parameters and tells the number format that holds most of them. A parameter is an element
 * of any tensor, buffers and scales of adapters included; where quantisation packs two to a byte,
 * both count, and the tables beside them do not.
 */
final class Measures {

    /** The last parts of names that quantisers put beside a weight. */
    private static final Set<String> SIDE_TENSORS =
            Set.of(
                    "absmax",
                    "quant_map",
                    "nested_absmax",
                    "nested_quant_map",
                    "scale_weight",
                    "scale_input",
                    "weight_scale",
                    "weight_scale_2",
                    "input_scale",
                    "comfy_quant",
                    "wscales",
                    "wzeros",
                    "wtscale",
                    "wcscales",
                    "smooth_factor",
                    "smooth_factor_orig",
                    "SCB",
                    "scaled_fp8");

    private static final String QUANT_STATE = ".quant_state.bitsandbytes__";

    private final Collection<Tensor> tensors;
    private final Map<String, String> packed = new HashMap<>();
    private final Map<String, Long> byFormat = new HashMap<>();
    private long parameters;

    private Measures(Collection<Tensor> tensors) {
        this.tensors = tensors;
        findPacked();
        count();
    }

    /** Measures tensors. */
    static Measures of(Collection<Tensor> tensors) {
        return new Measures(tensors);
    }

    /** Four-bit weights lie in bytes; only what lies beside them tells. */
    private void findPacked() {
        Set<String> wide = new HashSet<>();
        for (Tensor tensor : tensors) {
            String name = tensor.name();
            int state = name.indexOf(QUANT_STATE);
            if (state > 0) {
                String kind = name.substring(state + QUANT_STATE.length());
                packed.put(name.substring(0, state), kind.equals("nf4") ? "NF4" : "FP4");
            } else if (name.endsWith(".wscales")) {
                String module = name.substring(0, name.length() - ".wscales".length());
                packed.put(module + ".qweight", "INT4");
            } else if (name.endsWith(".wcscales")) {
                String module = name.substring(0, name.length() - ".wcscales".length());
                wide.add(module + ".qweight");
            } else if (name.endsWith(".weight_scale_2")) {
                packed.put(name.substring(0, name.length() - "_scale_2".length()), "NVFP4");
            }
        }
        wide.forEach(name -> packed.replace(name, "INT4", "NVFP4"));
    }

    private void count() {
        for (Tensor tensor : tensors) {
            if (!isSideTensor(tensor.name())) {
                String four = packed.get(tensor.name());
                boolean isPacked = four != null && isByte(tensor.dtype());
                long elements = tensor.elements();
                long real = isPacked ? add(elements, elements) : elements;
                parameters = add(parameters, real);
                byFormat.merge(isPacked ? four : tensor.dtype(), real, Measures::add);
            }
        }
    }

    private static boolean isByte(String dtype) {
        return dtype.equals("U8") || dtype.equals("I8");
    }

    private static boolean isSideTensor(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return SIDE_TENSORS.contains(last) || last.startsWith("bitsandbytes__");
    }

    /** {@return the number of parameters, capped at 2^63 - 1} */
    long parameters() {
        return parameters;
    }

    /** {@return the number format of most parameters; nothing when there are none} */
    Optional<String> precision() {
        String most = "";
        long held = 0;
        for (Map.Entry<String, Long> entry : byFormat.entrySet()) {
            long count = entry.getValue();
            if (count > held
                    || (count == held && count > 0 && entry.getKey().compareTo(most) > 0)) {
                most = entry.getKey();
                held = count;
            }
        }
        return held > 0 ? Optional.of(most) : Optional.empty();
    }

    private static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
