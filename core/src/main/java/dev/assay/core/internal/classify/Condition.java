package dev.assay.core.internal.classify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule asks of the tensors. Immutable; keys are those of {@link TensorIndex}.
 *
 * <p>The questions that nearly every rule asks of every file are loops and not streams: compiling
 * those streams took longer than classifying ten thousand small files.
 */
sealed interface Condition
        permits NameCondition, ShapeCondition, CountCondition, CompoundCondition {

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
}
