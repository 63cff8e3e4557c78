package dev.assay.shell.config;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: a whole number with a unit, such as {@code 30s}. */
public final class Spans {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})(ms|s|m|h)");

    private static final Duration LONGEST = Duration.ofDays(1);

    private Spans() {}

    /**
     * {@return the span, more than nothing and a day at most}
     *
     * @throws Failure naming the setting when the text is none
     */
    public static Duration parse(String setting, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused("%s wants a span of time such as 30s, 500ms or 2m: %s", setting, text);
        }
        Duration span = span(matcher);
        if (span.compareTo(LONGEST) > 0) {
            throw refused("%s wants a span of time of 24h at most: %s", setting, text);
        }
        return span;
    }

    private static Failure refused(String words, String setting, String text) {
        return new Failure(ErrorCode.BAD_VALUE, words.formatted(setting, text), "For example: 30s");
    }

    private static Duration span(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
