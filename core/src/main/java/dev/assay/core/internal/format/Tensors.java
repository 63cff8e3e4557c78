package dev.assay.core.internal.format;

import java.util.List;

/** Helps to build {@link Tensor}s. */
final class Tensors {

    private Tensors() {}

    /** {@return a shape as a list; what does not fit a signed 64-bit number becomes its maximum} */
    static List<Long> sides(long[] shape) {
        Long[] sides = new Long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            sides[i] = shape[i] < 0 ? Long.MAX_VALUE : shape[i];
        }
        return List.of(sides);
    }
}
