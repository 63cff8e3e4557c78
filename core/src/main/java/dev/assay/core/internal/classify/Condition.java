package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule asks of the tensors. Immutable; keys are those of {@link TensorIndex}.
 *
 * <p>The questions that nearly every rule asks of every file are loops and not streams: compiling
 * those streams took longer than classifying ten thousand small files.
 */
sealed interface Condition {

    /** {@return how much of it is met, from 0 to 1; it holds only at 1} */
    double met(TensorIndex tensors);

    /** {@return what was found, in words} */
    Stream<String> seen(TensorIndex tensors);

    /** {@return what is missing, in words} */
    Stream<String> missing(TensorIndex tensors);

    /**
     * {@return keys of which at least one is there wherever any of it is met; nothing when more
     * than these can meet it}
     */
    default Optional<List<String>> needs() {
        return Optional.empty();
    }

    /** {@return whether it says something by itself, as the lack of a name does not} */
    default boolean isPositive() {
        return true;
    }

    /** {@return whether it holds} */
    default boolean holds(TensorIndex tensors) {
        return met(tensors) >= 1;
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

    /** One of these keys. */
    record Has(List<Key> keys) implements Condition {
        @Override
        public Optional<List<String>> needs() {
            return Optional.of(keys.stream().map(Key::text).toList());
        }

        @Override
        public double met(TensorIndex tensors) {
            for (Key key : keys) {
                if (tensors.has(key)) {
                    return 1;
                }
            }
            return 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return keys.stream().filter(tensors::has).map(Key::text).limit(1);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors)
                    ? Stream.empty()
                    : Stream.of(keys.stream().map(Key::text).collect(Collectors.joining(" or ")));
        }
    }

    /** At least so many of these keys: one missing tensor must not cost the answer. */
    record Some(int least, List<Key> keys) implements Condition {
        @Override
        public Optional<List<String>> needs() {
            return Optional.of(keys.stream().map(Key::text).toList());
        }

        @Override
        public double met(TensorIndex tensors) {
            int there = 0;
            for (Key key : keys) {
                there += tensors.has(key) ? 1 : 0;
            }
            return Math.min(1, there / (double) least);
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return keys.stream().filter(tensors::has).map(Key::text);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return keys.stream().filter(key -> !tensors.has(key)).map(Key::text);
        }
    }

    /** A pattern, some part of whose text is this. */
    record Contains(String text) implements Condition {
        @Override
        public double met(TensorIndex tensors) {
            for (String name : tensors.patterns()) {
                if (name.contains(text)) {
                    return 1;
                }
            }
            return 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return tensors.patterns().stream().filter(name -> name.contains(text)).limit(1);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of("*" + text + "*");
        }
    }

    /**
     * The first of these tensors that is there has one of these sizes on this axis; axis 0 is the
     * outermost, -1 stands for the largest of all.
     */
    record Size(List<String> names, int axis, List<Long> sizes) implements Condition {
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
            return names.stream()
                    .flatMap(name -> tensors.sample(name).stream())
                    .limit(1)
                    .map(tensor -> tensor.name() + " " + tensor.shape());
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of(names.getFirst() + " of " + sizes);
        }
    }

    /** Any tensor with this name has this size on this axis; looks only at small files. */
    record Anywhere(String name, int axis, long size) implements Condition {
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
                    .map(tensor -> tensor.name() + " " + tensor.shape());
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of(name + " of " + size);
        }
    }

    /**
     * Some tensor below this key has one of these sizes on this axis; one of each name is asked.
     */
    record Below(String key, int axis, List<Long> sizes) implements Condition {
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
                    .map(tensor -> tensor.name() + " " + tensor.shape());
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of(key + " of " + sizes);
        }
    }

    /** No other tensors than with these names, and at least so many. */
    record Only(int least, List<String> names) implements Condition {
        @Override
        public Optional<List<String>> needs() {
            return least > 0 ? Optional.of(names) : Optional.empty();
        }

        @Override
        public double met(TensorIndex tensors) {
            return tensors.size() >= least && names.containsAll(tensors.patterns()) ? 1 : 0;
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return names.stream()
                    .filter(name -> tensors.has(Key.of(name)))
                    .map(name -> name + " and nothing else");
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of("only " + names);
        }
    }

    /** The first of these tensors that is there has so many axes. */
    record Axes(List<String> names, int axes) implements Condition {
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
            return names.stream()
                    .flatMap(name -> tensors.sample(name).stream())
                    .limit(1)
                    .map(tensor -> tensor.name() + " " + tensor.shape());
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors)
                    ? Stream.empty()
                    : Stream.of(names.getFirst() + " with " + axes + " axes");
        }
    }

    /** The highest number after one of these keys lies in this range. */
    record Highest(List<String> keys, int least, int most) implements Condition {
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

    /** Few tensors, one of which is a matrix named after its token: {@code <my-cat>}. */
    record Token(int most) implements Condition {
        @Override
        public double met(TensorIndex tensors) {
            if (tensors.size() <= most) {
                for (String name : tensors.patterns()) {
                    if (isToken(name)) {
                        return 1;
                    }
                }
            }
            return 0;
        }

        private static boolean isToken(String name) {
            return name.startsWith("<") && name.endsWith(">");
        }

        @Override
        public Stream<String> seen(TensorIndex tensors) {
            return tensors.patterns().stream().filter(Token::isToken).limit(1);
        }

        @Override
        public Stream<String> missing(TensorIndex tensors) {
            return holds(tensors) ? Stream.empty() : Stream.of("one tensor named <token>");
        }
    }

    /** So many tensors at most. */
    record Few(int most) implements Condition {
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

    /** So many tensors at least. */
    record Many(int least) implements Condition {
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

    /** All of these. */
    record All(List<Condition> parts) implements Condition {
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
    record Any(List<Condition> parts) implements Condition {
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
    record Not(Condition part) implements Condition {
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
}
