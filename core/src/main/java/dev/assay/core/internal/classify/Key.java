package dev.assay.core.internal.classify;

import java.util.Arrays;
import java.util.List;

/**
 * A key of {@link TensorIndex} as rules name it. Rules are asked of every file, so what can be told
 * of the text alone is told once.
 *
 * @param text as it is written
 * @param mayHoldNumber whether a part may be a number; few keys have one
 */
record Key(String text, boolean mayHoldNumber) {

    static Key of(String text) {
        boolean mayHoldNumber = false;
        for (int i = 0; i < text.length(); i++) {
            boolean starts = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            mayHoldNumber |= starts && Character.isDigit(text.charAt(i));
        }
        return new Key(text, mayHoldNumber);
    }

    static List<Key> all(String... texts) {
        return Arrays.stream(texts).map(Key::of).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
