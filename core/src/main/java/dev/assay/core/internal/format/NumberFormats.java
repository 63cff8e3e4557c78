package dev.assay.core.internal.format;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of number formats as people type them: {@code fp16}, {@code q8_0}, {@code F8_E4M3}. */
public final class NumberFormats {
    /** Several numbers in one element of a tensor, told by what stands beside it. */
    private static final Set<String> PACKED = Set.of("NF4", "FP4", "INT4", "NVFP4");

    private NumberFormats() {}

    /** {@return letters and digits alone, in lower case, a floating point being an {@code f}} */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .replaceFirst("^(fp|float)", "f");
    }

    /** {@return every name that a file's format can have, in lower case} */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>();
        for (Set<String> names : Set.of(PACKED, Dtypes.names(), GgmlTypes.names())) {
            names.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        }
        return known;
    }
}
