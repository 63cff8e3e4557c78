package dev.assay.core.internal.classify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which names there are. */
sealed interface NameCondition extends Condition {

    /** One of these keys. */
    record Has(List<Key> keys) implements NameCondition {
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
    record Some(int least, List<Key> keys) implements NameCondition {
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
    record Contains(String text) implements NameCondition {
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

    /** No other tensors than with these names, and at least so many. */
    record Only(int least, List<String> names) implements NameCondition {
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

    /** Few tensors, one of which is a matrix named after its token: {@code <my-cat>}. */
    record Token(int most) implements NameCondition {
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
}
