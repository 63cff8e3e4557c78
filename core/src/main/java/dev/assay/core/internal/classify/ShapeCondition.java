package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What shape some tensors have. */
sealed interface ShapeCondition extends Condition {

    /**
     * The first of these tensors that is there has one of these sizes on this axis; axis 0 is the
     * outermost, -1 stands for the largest of all.
     */
    record Size(List<String> names, int axis, List<Long> sizes) implements ShapeCondition {
        @Override
        public Optional<List<String>> needs() {
            return Optional.of(names);
        }

        @Override
        public double met(TensorIndex tensors) {
            OptionalLong size = size(tensors);
            return size.isPresent() && sizes.contains(size.getAsLong()) ? 1 : 0;
        }

        private OptionalLong size(TensorIndex tensors) {
            for (String name : names) {
                OptionalLong size =
                        tensors.sample(name)
                                .map(tensor -> Shapes.axis(tensor, axis))
                                .orElse(OptionalLong.empty());
                if (size.isPresent()) {
                    return size;
                }
            }
            return OptionalLong.empty();
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return first(names, tensors);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of(names.getFirst() + " of " + sizes);
        }
    }

    /** Any tensor with this name has this size on this axis; looks only at small files. */
    record Anywhere(String name, int axis, long size) implements ShapeCondition {
        private static final int SMALL = 500;

        @Override
        public Optional<List<String>> needs() {
            return Optional.of(List.of(name));
        }

        @Override
        public double met(TensorIndex tensors) {
            return tensors.size() <= SMALL && seen(tensors).findAny().isPresent() ? 1 : 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return tensors.matching(name)
                    .filter(tensor -> Shapes.axis(tensor, axis).equals(OptionalLong.of(size)))
                    .limit(1)
                    .map(ShapeCondition::shown);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of(name + " of " + size);
        }
    }

    /**
     * Some tensor below this key has one of these sizes on this axis; one of each name is asked.
     */
    record Below(String key, int axis, List<Long> sizes) implements ShapeCondition {
        @Override
        public Optional<List<String>> needs() {
            return Optional.of(List.of(key));
        }

        @Override
        public double met(TensorIndex tensors) {
            return seen(tensors).findAny().isPresent() ? 1 : 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return tensors.samplesBelow(key)
                    .filter(tensor -> {
                        OptionalLong size = Shapes.axis(tensor, axis);
                        return size.isPresent() && sizes.contains(size.getAsLong());
                    })
                    .limit(1)
                    .map(ShapeCondition::shown);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of(key + " of " + sizes);
        }
    }

    /** The first of these tensors that is there has so many axes. */
    record Axes(List<String> names, int axes) implements ShapeCondition {
        @Override
        public Optional<List<String>> needs() {
            return Optional.of(names);
        }

        @Override
        public double met(TensorIndex tensors) {
            for (String name : names) {
                Optional<Tensor> tensor = tensors.sample(name);
                if (tensor.isPresent()) {
                    return tensor.get().shape().size() == axes ? 1 : 0;
                }
            }
            return 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return first(names, tensors);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors)
                    ? Stream.empty()
                    : Stream.of(names.getFirst() + " with " + axes + " axes");
        }
    }

    private static Stream<String> first(List<String> names, TensorIndex tensors) {
        return names.stream()
                .flatMap(name -> tensors.sample(name).stream())
                .limit(1)
                .map(ShapeCondition::shown);
    }

    private static String shown(Tensor tensor) {
        return tensor.name() + " " + tensor.shape();
    }
}
