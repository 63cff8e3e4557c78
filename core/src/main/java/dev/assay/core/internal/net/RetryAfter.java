package dev.assay.core.internal.net;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a Retry-After header: seconds, or a date in one of the three forms of RFC 9110. */
final class RetryAfter {
    /** A value over this is cut to it; nobody means years. */
    static final Duration CAP = Duration.ofDays(1);

    private static final List<DateTimeFormatter> DATES =
            List.of(
                    DateTimeFormatter.RFC_1123_DATE_TIME,
                    new DateTimeFormatterBuilder()
                            .appendPattern("EEEE, dd-MMM-")
                            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                            .appendPattern(" HH:mm:ss 'GMT'")
                            .toFormatter(Locale.ENGLISH),
                    DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));

    private RetryAfter() {}

    /** {@return the time to wait; nothing for junk, a negative number or a date that has passed} */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        return text.matches("\\d+") ? seconds(text) : date(text, now);
    }

    private static Optional<Duration> seconds(String digits) {
        Duration wait = digits.length() > 9 ? CAP : Duration.ofSeconds(Long.parseLong(digits));
        return Optional.of(capped(wait));
    }

    private static Optional<Duration> date(String text, Instant now) {
        return DATES.stream()
                .flatMap(format -> parse(text, format).stream())
                .findFirst()
                .map(then -> Duration.between(now, then))
                .filter(wait -> !wait.isNegative())
                .map(RetryAfter::capped);
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(CAP) > 0 ? CAP : wait;
    }
}
