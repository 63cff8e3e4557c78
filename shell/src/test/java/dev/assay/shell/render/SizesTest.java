package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "999, 999B",
        "1000, 1.0K",
        "1024, 1.0K",
        "102348, 99.9K",
        "102349, 100K",
        "1023488, 1.0M",
        "239075328, 228M",
        "2147483648, 2.0G",
        "9223372036854775807, 8.0E"
    })
    void showsThreeDigitsAtMost(long bytes, String shown) {
        assertThat(Sizes.of(bytes)).isEqualTo(shown);
    }

    @Test
    void roundsAsAFormatterDoes() {
        Random random = new Random(7);
        LongStream sizes = LongStream.generate(() -> random.nextLong(1L << random.nextInt(1, 50)));
        assertThat(sizes.limit(20_000))
                .allSatisfy(bytes -> assertThat(Sizes.of(bytes)).isEqualTo(formatted(bytes)));
        for (long quarter = 1; quarter < 400; quarter++) {
            assertThat(Sizes.of(quarter * 256)).isEqualTo(formatted(quarter * 256));
        }
    }

    private static String formatted(long bytes) {
        double value = bytes;
        int unit = 0;
        for (; value >= 999.5; value /= 1024) {
            unit++;
        }
        String form = unit == 0 || value >= 99.95 ? "%.0f" : "%.1f";
        return String.format(Locale.ROOT, form, value) + "BKMGTPE".charAt(unit);
    }
}
