package dev.assay.core.internal.format;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tensor types of ggml by their number in files (ggml.h, {@code enum ggml_type}). */
final class GgmlTypes {

    /**
     * One type.
     *
     * @param name ggml's name without its prefix
     * @param block elements a block
     * @param bytes bytes a block; 0 where it is not known here
     */
    record GgmlType(String name, int block, int bytes) {}

    private static final GgmlType[] TYPES = new GgmlType[64];

    static {
        type(0, "F32", 1, 4);
        type(1, "F16", 1, 2);
        type(2, "Q4_0", 32, 18);
        type(3, "Q4_1", 32, 20);
        type(6, "Q5_0", 32, 22);
        type(7, "Q5_1", 32, 24);
        type(8, "Q8_0", 32, 34);
        type(9, "Q8_1", 32, 36);
        type(10, "Q2_K", 256, 84);
        type(11, "Q3_K", 256, 110);
        type(12, "Q4_K", 256, 144);
        type(13, "Q5_K", 256, 176);
        type(14, "Q6_K", 256, 210);
        type(15, "Q8_K", 256, 292);
        type(16, "IQ2_XXS", 256, 66);
        type(17, "IQ2_XS", 256, 74);
        type(18, "IQ3_XXS", 256, 98);
        type(19, "IQ1_S", 256, 50);
        type(20, "IQ4_NL", 32, 18);
        type(21, "IQ3_S", 256, 110);
        type(22, "IQ2_S", 256, 82);
        type(23, "IQ4_XS", 256, 136);
        type(24, "I8", 1, 1);
        type(25, "I16", 1, 2);
        type(26, "I32", 1, 4);
        type(27, "I64", 1, 8);
        type(28, "F64", 1, 8);
        type(29, "IQ1_M", 256, 56);
        type(30, "BF16", 1, 2);
        type(34, "TQ1_0", 256, 54);
        type(35, "TQ2_0", 256, 66);
        type(39, "MXFP4", 32, 17);
        type(40, "NVFP4", 64, 36);
    }

    private GgmlTypes() {}

    static Set<String> names() {
        return Arrays.stream(TYPES)
                .filter(Objects::nonNull)
                .map(GgmlType::name)
                .collect(Collectors.toSet());
    }

    private static void type(int number, String name, int block, int bytes) {
        TYPES[number] = new GgmlType(name, block, bytes);
    }

    /** {@return the type of that number, if it is one that is known here} */
    static Optional<GgmlType> of(int number) {
        return number < 0 || number >= TYPES.length
                ? Optional.empty()
                : Optional.ofNullable(TYPES[number]);
    }
}
