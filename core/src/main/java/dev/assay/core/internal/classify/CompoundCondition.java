package dev.assay.core.internal.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions that are joined. */
sealed interface CompoundCondition extends Condition {

    /** All of these. */
    record All(List<Condition> parts) implements CompoundCondition {
        @Override
        public Optional<List<String>> needs() {
            return anyOf(parts.stream().filter(Condition::isPositive).toList());
        }

        @Override
        public double met(TensorIndex tensors) {
            double met = 0;
            int asked = 0;
            for (Condition part : parts) {
                if (part.isPositive()) {
                    met += part.met(tensors);
                    asked++;
                }
            }
            return asked == 0 ? 1 : met / asked;
        }

        @Override
        public boolean holds(TensorIndex tensors) {
            for (Condition part : parts) {
                if (!part.holds(tensors)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return parts.stream()
                    .filter(part -> part.holds(tensors))
                    .flatMap(part -> part.seen(tensors));
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return parts.stream().flatMap(part -> part.missing(tensors));
        }
    }

    /** One of these. */
    record Any(List<Condition> parts) implements CompoundCondition {
        @Override
        public Optional<List<String>> needs() {
            return anyOf(parts);
        }

        @Override
        public double met(TensorIndex tensors) {
            double most = 0;
            for (Condition part : parts) {
                most = Math.max(most, part.met(tensors));
            }
            return most;
        }

        @Override
        public boolean holds(TensorIndex tensors) {
            for (Condition part : parts) {
                if (part.holds(tensors)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return parts.stream()
                    .filter(part -> part.holds(tensors))
                    .limit(1)
                    .flatMap(part -> part.seen(tensors));
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) || parts.isEmpty()
                    ? Stream.empty()
                    : best(tensors).missing(tensors);
        }

        private Condition best(TensorIndex tensors) {
            Condition best = parts.getFirst();
            for (Condition part : parts) {
                best = part.met(tensors) > best.met(tensors) ? part : best;
            }
            return best;
        }
    }

    /** Not this. */
    record Not(Condition part) implements CompoundCondition {
        @Override
        public boolean isPositive() {
            return false;
        }

        @Override
        public double met(TensorIndex tensors) {
            return part.holds(tensors) ? 0 : 1;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return Stream.empty();
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors)
                    ? Stream.empty()
                    : Stream.of("no " + part.seen(tensors).collect(Collectors.joining(", ")));
        }
    }

    private static Optional<List<String>> anyOf(List<Condition> parts) {
        List<String> keys = new ArrayList<>();
        for (Condition part : parts) {
            Optional<List<String>> needed = part.needs();
            if (needed.isEmpty()) {
                return Optional.empty();
            }
            keys.addAll(needed.get());
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }
}
