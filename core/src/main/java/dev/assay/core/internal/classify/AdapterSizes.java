package dev.assay.core.internal.classify;

import static dev.assay.core.internal.classify.AdapterPart.DIFF;
import static dev.assay.core.internal.classify.AdapterPart.DOWN;
import static dev.assay.core.internal.classify.AdapterPart.HADA_1A;
import static dev.assay.core.internal.classify.AdapterPart.HADA_1B;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_1;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_1A;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_1B;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_2;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_2A;
import static dev.assay.core.internal.classify.AdapterPart.LOKR_2B;
import static dev.assay.core.internal.classify.AdapterPart.OFT;
import static dev.assay.core.internal.classify.AdapterPart.UP;

import dev.assay.core.internal.format.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the size of a module, and the rank of its change, off the factors. */
final class AdapterSizes {

    private AdapterSizes() {}

    /** How the size of a module follows from its factors; the first that fits tells. */
    private static final List<Function<Map<AdapterPart, Tensor>, Optional<List<Long>>>> PRODUCTS =
            List.of(
                    AdapterSizes::ofFactors,
                    found -> ofPair(found, HADA_1A, 0, HADA_1B, 1),
                    AdapterSizes::ofKronecker,
                    AdapterSizes::ofDifference,
                    AdapterSizes::ofRotation);

    /** {@return outputs, inputs and kernel of a module; 0 where its part is missing} */
    static List<Long> module(Map<AdapterPart, Tensor> found) {
        return PRODUCTS.stream()
                .flatMap(product -> product.apply(found).stream())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<Long>> ofFactors(Map<AdapterPart, Tensor> found) {
        Tensor down = found.get(DOWN);
        Tensor up = found.get(UP);
        if (down == null && up == null) {
            return Optional.empty();
        }
        List<Long> size = new ArrayList<>();
        size.add(up == null ? 0L : side(up, 0));
        size.add(down == null ? 0L : side(down, 1));
        if (down != null && down.shape().size() == 4) {
            size.addAll(down.shape().subList(2, 4));
        }
        return Optional.of(size);
    }

    private static Optional<List<Long>> ofPair(
            Map<AdapterPart, Tensor> found,
            AdapterPart out,
            int outAxis,
            AdapterPart in,
            int axis) {
        Tensor left = found.get(out);
        Tensor right = found.get(in);
        return left == null && right == null
                ? Optional.empty()
                : Optional.of(
                        List.of(
                                left == null ? 0L : side(left, outAxis),
                                right == null ? 0L : side(right, axis)));
    }

    private static Optional<List<Long>> ofKronecker(Map<AdapterPart, Tensor> found) {
        Optional<List<Long>> left = whole(found, LOKR_1, LOKR_1A, LOKR_1B);
        Optional<List<Long>> right = whole(found, LOKR_2, LOKR_2A, LOKR_2B);
        if (left.isEmpty() && right.isEmpty()) {
            return Optional.empty();
        }
        List<Long> one = left.orElse(List.of(0L, 0L));
        List<Long> other = right.orElse(List.of(0L, 0L));
        return Optional.of(List.of(one.get(0) * other.get(0), one.get(1) * other.get(1)));
    }

    private static Optional<List<Long>> whole(
            Map<AdapterPart, Tensor> found, AdapterPart whole, AdapterPart out, AdapterPart in) {
        Tensor tensor = found.get(whole);
        return tensor != null
                ? Optional.of(List.of(side(tensor, 0), side(tensor, 1)))
                : ofPair(found, out, 0, in, 1);
    }

    private static Optional<List<Long>> ofDifference(Map<AdapterPart, Tensor> found) {
        return Optional.ofNullable(found.get(DIFF)).map(Tensor::shape);
    }

    private static Optional<List<Long>> ofRotation(Map<AdapterPart, Tensor> found) {
        Tensor blocks = found.get(OFT);
        return blocks == null || blocks.shape().size() != 3
                ? Optional.empty()
                : Optional.of(List.of(side(blocks, 0) * side(blocks, 1)));
    }

    private static long side(Tensor tensor, int axis) {
        return axis < tensor.shape().size() ? tensor.shape().get(axis) : 0;
    }

    /** {@return the rank of a module} */
    static OptionalInt rank(Map<AdapterPart, Tensor> found) {
        for (AdapterPart part : List.of(DOWN, HADA_1B, LOKR_2B, LOKR_1B)) {
            Tensor tensor = found.get(part);
            if (tensor != null && !tensor.shape().isEmpty()) {
                return rank(side(tensor, 0));
            }
        }
        for (AdapterPart part : List.of(UP, HADA_1A, LOKR_2A)) {
            Tensor tensor = found.get(part);
            if (tensor != null && tensor.shape().size() > 1) {
                return rank(side(tensor, 1));
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt rank(long side) {
        return side > 0 && side <= Integer.MAX_VALUE
                ? OptionalInt.of((int) side)
                : OptionalInt.empty();
    }
}
