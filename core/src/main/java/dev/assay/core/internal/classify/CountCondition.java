package dev.assay.core.internal.classify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many there are: tensors, or blocks by the highest number among their names. */
sealed interface CountCondition extends Condition {

    /** So many tensors at least. */
    record Many(int least) implements CountCondition {
        @Override
        public double met(TensorIndex tensors) {
            return tensors.size() >= least ? 1 : 0;
        }

        @Override
        public boolean isPositive() {
            return false;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return Stream.of(tensors.size() + " tensors");
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of("at least " + least + " tensors");
        }
    }

    /** So many tensors at most. */
    record Few(int most) implements CountCondition {
        @Override
        public boolean isPositive() {
            return false;
        }

        @Override
        public double met(TensorIndex tensors) {
            return tensors.size() <= most ? 1 : 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return Stream.of(tensors.size() + " tensors");
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of("at most " + most + " tensors");
        }
    }

    /** The highest number after one of these keys lies in this range. */
    record Highest(List<String> keys, int least, int most) implements CountCondition {
        @Override
        public Optional<List<String>> needs() {
            return least >= 0 ? Optional.of(keys) : Optional.empty();
        }

        @Override
        public double met(TensorIndex tensors) {
            int highest = highest(tensors);
            return highest >= least && highest <= most ? 1 : 0;
        }

        private int highest(TensorIndex tensors) {
            int highest = -1;
            for (String key : keys) {
                highest = Math.max(highest, tensors.highest(key));
            }
            return highest;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return keys.stream()
                    .filter(key -> tensors.highest(key) == highest(tensors))
                    .limit(1)
                    .map(key -> key + " up to " + highest(tensors));
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors)
                    ? Stream.empty()
                    : Stream.of("%s from %d to %d".formatted(keys.getFirst(), least, most));
        }
    }
}
