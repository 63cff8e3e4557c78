package dev.assay.provider.civitai;

import dev.assay.provider.spi.Outcome;
import java.util.Optional;

/** What came of one question to the API. */
sealed interface Answer<T> {

    /** The other side says this. */
    record Given<T>(T value) implements Answer<T> {}

    /** The other side says that there is no such thing. */
    record Absent<T>() implements Answer<T> {}

    /** The question was too large: a smaller one may do. */
    record TooMuch<T>(Outcome why) implements Answer<T> {}

    /** The other side broke down over the question: one part of it may be to blame. */
    record Broken<T>(Outcome why) implements Answer<T> {}

    /** There is no answer, for the reason that the outcome gives. */
    record None<T>(Outcome why) implements Answer<T> {}

    /** {@return why there is no answer} */
    default Optional<Outcome> failure() {
        return switch (this) {
            case Given<T> _, Absent<T> _ -> Optional.empty();
            case TooMuch<T>(Outcome why) -> Optional.of(why);
            case Broken<T>(Outcome why) -> Optional.of(why);
            case None<T>(Outcome why) -> Optional.of(why);
        };
    }

    /** {@return the same lack of an answer, for a question of another type} */
    static <T> Answer<T> unavailable(String reason) {
        return new None<>(Outcome.Unavailable.because(reason));
    }
}
