package dev.assay.core.internal.plugin;

import static java.util.Objects.requireNonNull;

import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.License;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.PublishedFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a provider's answer to what the catalog can remember and others can reckon with. Real
 * answers are a few tens of KB; what is beyond the limits is refused as a whole, since half an
 * answer would be an invented one.
 */
final class OutcomeLimits {
    private static final int MAX_CANDIDATES = 1000;
    private static final int MAX_LIST = 10_000;
    private static final long MAX_CHARACTERS = 8L << 20;

    /** What the gateway cuts a server's wish to as well. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Dates of four digits, which is what calendars, lists and filters are made for. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private OutcomeLimits() {}

    /**
     * {@return the same outcome, with reasons and pauses cut to a sensible length}
     *
     * @throws RuntimeException when it is too large, or has a null or an impossible number in it;
     *     in the plugin's own call
     */
    static Outcome check(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> checked(found);
            case Outcome.NotFound none -> none;
            case Outcome.Unavailable(var cause, String reason, Optional<Duration> pause) ->
                    new Outcome.Unavailable(
                            present(cause),
                            Faults.shortened(reason),
                            pause.map(OutcomeLimits::limited));
            case Outcome.Denied(String reason, String remedy) ->
                    new Outcome.Denied(Faults.shortened(reason), Faults.shortened(remedy));
        };
    }

    private static <T> T present(T value) {
        return requireNonNull(value, "An answer with a null in it");
    }

    private static Duration limited(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Outcome checked(Outcome.Found found) {
        if (found.candidates().size() > MAX_CANDIDATES) {
            throw new IllegalArgumentException(
                    "An answer with %d candidates".formatted(found.candidates().size()));
        }
        long characters = 0;
        for (Candidate candidate : found.candidates()) {
            present(candidate.match());
            checkNumbers(candidate.model());
            characters += characters(candidate.model());
        }
        if (characters > MAX_CHARACTERS) {
            throw new IllegalArgumentException("An answer of %d characters".formatted(characters));
        }
        return found;
    }

    private static void checkNumbers(ModelInfo model) {
        present(model.nsfw());
        model.published().ifPresent(OutcomeLimits::checkDate);
        List<List<?>> lists =
                List.of(model.tags(), model.trainedWords(), model.imageUrls(), model.files());
        if (lists.stream().anyMatch(list -> list.size() > MAX_LIST)
                || model.stats().size() > MAX_LIST) {
            throw new IllegalArgumentException("An answer with a list of more than " + MAX_LIST);
        }
        for (PublishedFile file : model.files()) {
            if (file.size().orElse(0) < 0) {
                throw new IllegalArgumentException(
                        "An answer with a file of %d bytes".formatted(file.size().getAsLong()));
            }
        }
    }

    private static void checkDate(Instant date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new IllegalArgumentException("An answer with the date " + date);
        }
    }

    private static long characters(ModelInfo model) {
        Stream<String> texts =
                Stream.of(
                                model.modelName(),
                                model.versionName(),
                                model.type(),
                                model.category(),
                                model.baseModel(),
                                model.description(),
                                model.creator(),
                                model.moderation(),
                                model.air(),
                                model.downloadUrl().map(URI::toString))
                        .flatMap(Optional::stream);
        return characters(Stream.of(model.modelId(), model.versionId(), model.raw()))
                + characters(texts)
                + characters(model.tags().stream())
                + characters(model.trainedWords().stream())
                + characters(model.imageUrls().stream().map(URI::toString))
                + characters(model.stats().keySet().stream())
                + characters(model.license().stream().flatMap(OutcomeLimits::uses))
                + model.files().stream().mapToLong(OutcomeLimits::characters).sum();
    }

    private static Stream<String> uses(License license) {
        return license.allowCommercialUse().stream();
    }

    private static long characters(PublishedFile file) {
        return characters(Stream.of(file.name()))
                + characters(file.kind().stream())
                + characters(file.digests().stream().map(digest -> digest.hex()))
                + characters(file.details().keySet().stream())
                + characters(file.details().values().stream());
    }

    private static long characters(Stream<String> texts) {
        return texts.mapToLong(String::length).sum();
    }
}
