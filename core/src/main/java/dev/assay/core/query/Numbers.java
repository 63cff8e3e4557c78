package dev.assay.core.query;

import dev.assay.core.query.Filter.NumberField;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with a unit, {@code 200M}, and ranges of them, {@code 200M..2G}. */
final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([kKmMgGtT]?)(?:[iI]?[bB])?");
    private static final String UNITS = "kmgt";

    private Numbers() {}

    static Filter range(NumberField field, String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            number(text, field);
            throw new FilterException(
                    "'%s' is one number; a range is written %s.. or ..%s or A..B"
                            .formatted(text, text, text));
        }
        OptionalLong from = end(text.substring(0, dots), field);
        OptionalLong to = end(text.substring(dots + 2), field);
        if (from.isEmpty() && to.isEmpty()) {
            throw new FilterException("'..' has no end; a range is written A.. or ..B or A..B");
        }
        return new Filter.Between(field, from, to);
    }

    private static OptionalLong end(String text, NumberField field) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(text, field));
    }

    /** {@return the number; sizes count in powers of 1024, everything else in powers of 1000} */
    static long number(String text, NumberField field) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new FilterException(
                    "'%s' is no number; write it like 871M, 2.5G or 1048576".formatted(text));
        }
        String unit = matcher.group(2).toLowerCase(java.util.Locale.ROOT);
        int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1;
        double base = field == NumberField.SIZE ? 1024 : 1000;
        return (long) (Double.parseDouble(matcher.group(1)) * Math.pow(base, power));
    }
}
