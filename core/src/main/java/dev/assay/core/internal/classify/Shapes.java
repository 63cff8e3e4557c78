package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.OptionalLong;

/** Reads sizes off a shape. */
final class Shapes {
    /** Stands for the largest axis. */
    static final int LARGEST = -1;

    private Shapes() {}

    /**
     * {@return the size of an axis; nothing when there is none, or when the tensor holds packed
     * bytes, whose shape says nothing}
     */
    static OptionalLong axis(Tensor tensor, int axis) {
        if (tensor.dtype().equals("U8")) {
            return OptionalLong.empty();
        }
        if (axis == LARGEST) {
            return tensor.shape().stream().mapToLong(Long::longValue).max();
        }
        return axis < tensor.shape().size()
                ? OptionalLong.of(tensor.shape().get(axis))
                : OptionalLong.empty();
    }
}
