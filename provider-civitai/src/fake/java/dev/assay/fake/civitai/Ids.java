package dev.assay.fake.civitai;

import java.util.Optional;

/** Reads ids the way the site's JavaScript does. */
final class Ids {
    private static final double SAFE_INTEGER = 9007199254740991d;

    private Ids() {}

    /** {@code Number(text)}; empty for NaN. */
    static Optional<Double> number(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.of(0d);
        }
        try {
            boolean java = stripped.matches(".*[dDfFxX]$");
            return java ? Optional.empty() : Optional.of(Double.valueOf(stripped));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The complaint of {@code /models/{id}} about an id, or empty when the id may be looked up. */
    static Optional<String> complaint(String text) {
        Optional<Double> number = number(text);
        if (number.isEmpty()) {
            return Optional.of("✖ Invalid input: expected number, received NaN\n  → at id");
        }
        double id = number.get();
        if (id != Math.rint(id)) {
            return Optional.of("✖ Invalid input: expected int, received number\n  → at id");
        }
        if (id <= 0) {
            return Optional.of("✖ Too small: expected number to be >0\n  → at id");
        }
        if (id > Integer.MAX_VALUE) {
            String unsafe = "✖ Too big: expected int to be <9007199254740991\n  → at id\n";
            String big = "✖ Too big: expected number to be <=2147483647\n  → at id";
            return Optional.of(id > SAFE_INTEGER ? unsafe + big : big);
        }
        return Optional.empty();
    }
}
