package dev.assay.core.query;

import dev.assay.core.query.Filter.TimeField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ages, {@code 30d}, and dates, {@code 2026-01-01}. */
final class Times {
    private static final Pattern AGE = Pattern.compile("([0-9]{1,5})(h|d|w|mo|y)");

    private Times() {}

    /** Files whose time is before a date or longer ago than an age. */
    static Filter before(TimeField field, String text, FilterContext context) {
        return new Filter.During(field, Optional.empty(), Optional.of(time(text, context)));
    }

    /** Files whose time is on or after a date, or not longer ago than an age; or in a range. */
    static Filter since(TimeField field, String text, FilterContext context) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return new Filter.During(field, Optional.of(time(text, context)), Optional.empty());
        }
        return new Filter.During(
                field,
                end(text.substring(0, dots), context),
                end(text.substring(dots + 2), context));
    }

    private static Optional<Instant> end(String text, FilterContext context) {
        return text.isEmpty() ? Optional.empty() : Optional.of(time(text, context));
    }

    static Instant time(String text, FilterContext context) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            return ago(Integer.parseInt(age.group(1)), age.group(2), context.now());
        }
        try {
            return date(text, context);
        } catch (DateTimeException | NumberFormatException e) {
            throw new FilterException(
                    "'%s' is no age and no date; write it like 30d, 6w, 1y or 2026-01-31"
                            .formatted(text));
        }
    }

    private static Instant ago(int count, String unit, Instant now) {
        Period period =
                switch (unit) {
                    case "d" -> Period.ofDays(count);
                    case "w" -> Period.ofWeeks(count);
                    case "mo" -> Period.ofMonths(count);
                    case "y" -> Period.ofYears(count);
                    default -> Period.ZERO;
                };
        return unit.equals("h")
                ? now.minus(count, ChronoUnit.HOURS)
                : now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    private static Instant date(String text, FilterContext context) {
        LocalDate day =
                switch (text.length()) {
                    case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                    case 7 -> YearMonth.parse(text).atDay(1);
                    case 10 -> LocalDate.parse(text);
                    default -> null;
                };
        return day == null ? Instant.parse(text) : day.atStartOfDay(context.zone()).toInstant();
    }
}
