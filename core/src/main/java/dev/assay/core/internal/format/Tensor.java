package dev.assay.core.internal.format;

import java.util.List;

/**
 * One tensor as a header describes it; its data is never read.
 *
 * @param name as written; not trusted
 * @param dtype in safetensors' words ({@code F16}, {@code BF16}, {@code F8_E4M3} ...), for GGUF the
 *     ggml type ({@code Q4_K} ...), otherwise as written
 * @param shape row-major, as PyTorch shows it; empty for a scalar
 */
public record Tensor(String name, String dtype, List<Long> shape) {

    /** Copies the shape. */
    public Tensor {
        shape = List.copyOf(shape);
    }

    /** {@return the number of elements, capped at 2^63 - 1} */
    public long elements() {
        long product = 1;
        for (long side : shape) {
            if (side == 0) {
                return 0;
            }
            product =
                    Math.multiplyHigh(product, side) == 0 && product * side > 0
                            ? product * side
                            : Long.MAX_VALUE;
        }
        return product;
    }
}
