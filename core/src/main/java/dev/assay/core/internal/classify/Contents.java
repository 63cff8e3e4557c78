package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Format;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tensors of a file without what frameworks wrapped around them: training state, the dict that
 * a script saved the model in, copies of moving averages.
 */
final class Contents {
    /** Dicts that scripts save a model in, the preferred first. */
    private static final List<String> WRAPPERS =
            List.of(
                    "state_dict.",
                    "model_state_dict.",
                    "params_ema.",
                    "params-ema.",
                    "params.",
                    "generator_ema.",
                    "generator_state_dict.");

    /** What frameworks put before every name. */
    private static final List<String> SHARED =
            List.of("module.", "_orig_mod.", "netG.", "model_g.");

    /**
     * Real files have two or three around each other; a name of a million bytes could have 100,000.
     */
    private static final int MOST_WRAPPINGS = 16;

    private static final String EMA = "model_ema.";

    private final TensorIndex whole;
    private final Map<String, TensorIndex> views = new HashMap<>();
    private final int dropped;

    private Contents(List<Tensor> tensors, int dropped) {
        this.whole = TensorIndex.of(tensors, '.');
        this.dropped = dropped;
    }

    /** {@return the tensors of this header, unwrapped, and the right way round} */
    static Contents of(Header header) {
        return of(
                header.format() == Format.GGUF
                        ? GgufShapes.righted(header.tensors(), header.metadata())
                        : header.tensors());
    }

    /** Takes off the wrapping. */
    static Contents of(List<Tensor> tensors) {
        List<Tensor> left = keep(tensors, tensor -> !isTrainingState(tensor.name()));
        int dropped = tensors.size() - left.size();
        Optional<List<Tensor>> inner = unwrapped(left);
        for (int taken = 1; inner.isPresent(); taken++) {
            left = inner.get();
            inner = taken < MOST_WRAPPINGS ? unwrapped(left) : Optional.empty();
        }
        return new Contents(withoutAverages(left), dropped);
    }

    private static boolean isTrainingState(String name) {
        return name.startsWith("optimizer")
                || name.startsWith("lr_scheduler")
                || name.endsWith(".exp_avg")
                || name.endsWith(".exp_avg_sq");
    }

    private static Optional<List<Tensor>> unwrapped(List<Tensor> tensors) {
        for (String wrapper : WRAPPERS) {
            List<Tensor> inside = inside(tensors, wrapper);
            if (!inside.isEmpty() && 3 * inside.size() >= tensors.size()) {
                return Optional.of(inside);
            }
        }
        for (String prefix : SHARED) {
            if (!tensors.isEmpty() && tensors.getFirst().name().startsWith(prefix)) {
                List<Tensor> inside = inside(tensors, prefix);
                if (inside.size() == tensors.size()) {
                    return Optional.of(inside);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Tensor> inside(List<Tensor> tensors, String prefix) {
        List<Tensor> inside = new ArrayList<>();
        for (Tensor tensor : tensors) {
            if (tensor.name().startsWith(prefix) && tensor.name().length() > prefix.length()) {
                String name = tensor.name().substring(prefix.length());
                inside.add(new Tensor(name, tensor.dtype(), tensor.shape()));
            }
        }
        return inside;
    }

    /** Leaves averages out where the averaged weights are there too. */
    private static List<Tensor> withoutAverages(List<Tensor> tensors) {
        List<Tensor> others = keep(tensors, tensor -> !tensor.name().startsWith(EMA));
        return others.isEmpty() ? tensors : others;
    }

    private static List<Tensor> keep(List<Tensor> tensors, Predicate<Tensor> wanted) {
        List<Tensor> kept = new ArrayList<>(tensors.size());
        for (Tensor tensor : tensors) {
            if (wanted.test(tensor)) {
                kept.add(tensor);
            }
        }
        return kept;
    }

    /** {@return all tensors} */
    TensorIndex whole() {
        return whole;
    }

    /** {@return the tensors whose name starts so, that start cut off} */
    TensorIndex view(String prefix) {
        return prefix.isEmpty() ? whole : views.computeIfAbsent(prefix, whole::below);
    }

    /** {@return whether there was training state and nothing else} */
    boolean isOnlyTrainingState() {
        return whole.size() == 0 && dropped > 0;
    }

    /** {@return how many tensors lie below one of these prefixes} */
    int countBelow(List<String> prefixes) {
        return prefixes.stream()
                .mapToInt(prefix -> whole.count(prefix.substring(0, prefix.length() - 1)))
                .sum();
    }
}
