package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rights the shapes of GGUF files. Some converters of image models wrote them in PyTorch's order,
 * so that turning them round, as ggml's order asks, makes them wrong (SwarmUI notes such files);
 * and ComfyUI-GGUF keeps the shape of what it had to flatten in the metadata.
 */
final class GgufShapes {
    private static final String ORIGINAL = "comfy.gguf.orig_shape.";
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]+");

    /** First layers of feed-forward parts: they have more outputs than inputs in every model. */
    private static final List<String> WIDENING =
            List.of(
                    ".ff.net.0.proj.weight",
                    ".img_mlp.0.weight",
                    ".txt_mlp.0.weight",
                    ".ffn.0.weight",
                    ".mlp.fc1.weight",
                    ".feed_forward.w1.weight",
                    ".ffn_up.weight",
                    ".mlp.layer1.weight");

    private GgufShapes() {}

    /** {@return the tensors with their shapes in PyTorch's order} */
    static List<Tensor> righted(List<Tensor> tensors, Map<String, String> metadata) {
        boolean turned = isTurned(tensors);
        List<Tensor> righted = new ArrayList<>();
        for (Tensor tensor : tensors) {
            String original = metadata.getOrDefault(ORIGINAL + tensor.name(), "");
            List<Long> shape = turned ? tensor.shape().reversed() : tensor.shape();
            righted.add(
                    new Tensor(
                            tensor.name(),
                            tensor.dtype(),
                            original.isEmpty() ? shape : sides(original, shape)));
        }
        return righted;
    }

    private static boolean isTurned(List<Tensor> tensors) {
        int votes = 0;
        for (Tensor tensor : tensors) {
            if (tensor.shape().size() == 2 && WIDENING.stream().anyMatch(tensor.name()::endsWith)) {
                votes += Long.compare(tensor.shape().get(1), tensor.shape().get(0));
            }
        }
        return votes > 0;
    }

    private static List<Long> sides(String written, List<Long> otherwise) {
        List<Long> sides =
                Arrays.stream(NOT_A_DIGIT.split(written))
                        .filter(side -> !side.isEmpty() && side.length() < 10)
                        .map(Long::valueOf)
                        .toList();
        return sides.isEmpty() ? otherwise : sides;
    }
}
