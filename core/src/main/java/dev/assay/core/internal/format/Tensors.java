package dev.assay.core.internal.format;

import java.util.ArrayList;
import java.util.List;

/** Helps to build {@link Tensor}s. */
final class Tensors {

    private Tensors() {}

    /** {@return a shape as a list; what does not fit a signed 64-bit number becomes its maximum} */
    static List<Long> sides(long[] shape) {
        List<Long> sides = new ArrayList<>(shape.length);
        for (long side : shape) {
            sides.add(side < 0 ? Long.MAX_VALUE : side);
        }
        return sides;
    }
}
