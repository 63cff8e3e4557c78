package dev.assay.core.internal.plugin;

import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a provider's answer to a size that the catalog can remember. Real answers are a few tens of
 * KB; what is beyond the limits is refused as a whole, since half an answer would be an invented
 * one.
 */
final class OutcomeLimits {
    private static final int MAX_CANDIDATES = 1000;
    private static final int MAX_LIST = 10_000;
    private static final long MAX_CHARACTERS = 8L << 20;

    private OutcomeLimits() {}

    /**
     * {@return the same outcome}
     *
     * @throws IllegalArgumentException when it is too large, in the plugin's own call
     */
    static Outcome check(Outcome outcome) {
        switch (outcome) {
            case Outcome.Found found -> check(found);
            case Outcome.NotFound _ -> {}
            case Outcome.Unavailable unavailable -> limit(unavailable.reason().length());
            case Outcome.Denied denied ->
                    limit(denied.reason().length() + (long) denied.remedy().length());
        }
        return outcome;
    }

    private static void check(Outcome.Found found) {
        if (found.candidates().size() > MAX_CANDIDATES) {
            throw new IllegalArgumentException(
                    "An answer with %d candidates".formatted(found.candidates().size()));
        }
        long characters = 0;
        for (Candidate candidate : found.candidates()) {
            characters += size(candidate.model());
        }
        limit(characters);
    }

    private static void limit(long characters) {
        if (characters > MAX_CHARACTERS) {
            throw new IllegalArgumentException("An answer of %d characters".formatted(characters));
        }
    }

    private static long size(ModelInfo model) {
        List<List<?>> lists =
                List.of(model.tags(), model.trainedWords(), model.imageUrls(), model.files());
        if (lists.stream().anyMatch(list -> list.size() > MAX_LIST)
                || model.stats().size() > MAX_LIST) {
            throw new IllegalArgumentException("An answer with a list of more than " + MAX_LIST);
        }
        Stream<String> texts =
                Stream.of(
                                model.modelName(),
                                model.versionName(),
                                model.type(),
                                model.baseModel(),
                                model.description(),
                                model.creator(),
                                model.moderation(),
                                model.air())
                        .flatMap(Optional::stream);
        return model.raw().length()
                + Stream.concat(
                                texts,
                                Stream.concat(model.tags().stream(), model.trainedWords().stream()))
                        .mapToLong(String::length)
                        .sum();
    }
}
