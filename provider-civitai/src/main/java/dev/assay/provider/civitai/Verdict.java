package dev.assay.provider.civitai;

import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Outcome.Unavailable.Cause;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a reply means. "There is no such thing" is believed only in CivitAI's own words: an empty,
 * plain or HTML 404 comes from something in between, or from a wrong address.
 */
final class Verdict {
    private static final int MAX_SECONDS_DIGITS = 9;

    private Verdict() {}

    /** How a body is read. */
    interface Reading<T> {
        T read(byte[] body) throws GarbledException;
    }

    static <T> Answer<T> of(HttpResult result, Reading<T> reading) {
        return switch (result) {
            case Reply reply when reply.status() == 200 -> read(reply, reading);
            case Reply reply when reply.status() == 413 ->
                    new Answer.TooMuch<>(
                            unavailable("CivitAI finds the question too large", reply));
            case Reply reply when reply.status() == 404 && isAboutModels(reply) ->
                    new Answer.Absent<>();
            case Reply reply when reply.status() == 500 -> new Answer.Broken<>(refusal(reply));
            case Reply reply -> new Answer.None<>(refusal(reply));
            case NoReply none -> noReply(none);
        };
    }

    private static <T> Answer<T> read(Reply reply, Reading<T> reading) {
        try {
            return new Answer.Given<>(reading.read(reply.body()));
        } catch (GarbledException e) {
            Outcome why = unavailable("CivitAI's reply is " + e.getMessage(), reply);
            return e.tooMuch() ? new Answer.TooMuch<>(why) : new Answer.None<>(why);
        }
    }

    private static <T> Answer<T> noReply(NoReply none) {
        Outcome why = Outcome.Unavailable.because(none);
        return none.kind() == Kind.TOO_LARGE ? new Answer.TooMuch<>(why) : new Answer.None<>(why);
    }

    /** {@code Model not found}, {@code No model with id 5}, {@code Missing model file}. */
    private static boolean isAboutModels(Reply reply) {
        return error(reply)
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("model"))
                .isPresent();
    }

    private static Optional<String> error(Reply reply) {
        try {
            JsonNode body = LenientJson.tree(reply.body());
            return Fields.text(body, "error");
        } catch (GarbledException e) {
            return Optional.empty();
        }
    }

    private static Outcome refusal(Reply reply) {
        return switch (reply.status()) {
            case 401 ->
                    new Outcome.Denied(
                            "CivitAI answers only users who are signed in (401)",
                            "Set a token that is valid: assay token set civitai");
            case 403 ->
                    new Outcome.Denied(
                            "CivitAI refuses to answer (403)",
                            "Open the site in a browser on this network to see why, then try again");
            case 451 ->
                    new Outcome.Denied(
                            "CivitAI does not serve this region (451)",
                            "Ask from another region, or set providers.civitai.base-url to a"
                                    + " server that speaks the same API");
            case 429 -> unavailable("CivitAI asks to slow down (429)", reply);
            case 400 -> unavailable("CivitAI does not understand the question (400)", reply);
            default -> unavailable("CivitAI answered HTTP " + reply.status(), reply);
        };
    }

    private static Outcome unavailable(String reason, Reply reply) {
        Optional<Duration> retryAfter =
                reply.header("retry-after")
                        .filter(value -> value.matches("\\d{1," + MAX_SECONDS_DIGITS + "}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        Cause cause = reply.status() == 429 ? Cause.BUSY : Cause.OUTAGE;
        return new Outcome.Unavailable(cause, reason, retryAfter);
    }

    /**
     * {@return whether asking again is no use} The cap on pages answers 429, and some versions
     * answer 500 in CivitAI's own words for ever.
     */
    static boolean isFinal(Reply reply) {
        return switch (reply.status()) {
            case 429 -> error(reply).filter(text -> text.contains("too many pages")).isPresent();
            case 500 ->
                    error(reply)
                            .filter(text -> text.startsWith("Failed to fetch model"))
                            .isPresent();
            default -> false;
        };
    }
}
