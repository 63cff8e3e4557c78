package dev.assay.shell.render;

import java.time.Duration;
import java.util.Locale;

/** Numbers for people: sizes in powers of 1024 with one letter, as {@code ls -h} has them. */
public final class Sizes {
    private static final String UNITS = "BKMGTPE";

    private Sizes() {}

    /** {@return a size such as {@code 228M}, {@code 2.0G} or {@code 871B}} */
    public static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length() - 1) {
            value /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || value >= 99.95;
        return (whole ? String.valueOf(Math.round(value)) : tenths(value)) + UNITS.charAt(unit);
    }

    /** By hand: a formatter takes longer than the rest of a row of a table. */
    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    /** {@return a whole number with separators, such as {@code 1,204}} */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return "1 file" or "2 files"} */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@return a time such as {@code 0:29} or {@code 1:02:07}} */
    public static String time(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
