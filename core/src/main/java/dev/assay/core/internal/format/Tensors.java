package dev.assay.core.internal.format;

import java.util.Arrays;
import java.util.List;

/** Helps to build {@link Tensor}s. */
final class Tensors {

    private Tensors() {}

    /** {@return a shape as a list; what does not fit a signed 64-bit number becomes its maximum} */
    static List<Long> sides(long[] shape) {
        return Arrays.stream(shape).map(side -> side < 0 ? Long.MAX_VALUE : side).boxed().toList();
    }
}
