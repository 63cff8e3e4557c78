package dev.assay.shell.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as people read them: local, to the minute. Machines get RFC 3339. */
final class Times {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", java.util.Locale.ROOT);

    private static final int DAY = 86_400;

    /** The day of the last time that was written: most files of a list share it with the next. */
    private static volatile Day last = new Day(0, "1970-01-01T");

    private record Day(long number, String text) {}

    private Times() {}

    /**
     * {@return the second, for machines, as {@link Instant#toString} would have it} A list has
     * thousands, and the formatter of the JDK is slow until it is compiled.
     */
    static String rfc3339(Instant time) {
        long second = time.getEpochSecond();
        long number = Math.floorDiv(second, DAY);
        Day day = last;
        if (day.number != number) {
            LocalDate date = LocalDate.ofEpochDay(number);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                return time.truncatedTo(ChronoUnit.SECONDS).toString();
            }
            day = new Day(number, date + "T");
            last = day;
        }
        int inDay = Math.floorMod(second, DAY);
        StringBuilder text = new StringBuilder(20).append(day.text);
        two(text, inDay / 3_600);
        two(text.append(':'), inDay / 60 % 60);
        two(text.append(':'), inDay % 60);
        return text.append('Z').toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    static String shown(Instant time) {
        return MINUTES.format(time.atZone(ZoneId.systemDefault()));
    }
}
