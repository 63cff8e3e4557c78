package dev.assay.core.internal.format;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Number formats of tensors in safetensors' words. */
final class Dtypes {

    /** Bits an element, for those that safetensors knows (src/tensor.rs). */
    private static final Map<String, Integer> BITS =
            Map.ofEntries(
                    Map.entry("BOOL", 8),
                    Map.entry("F4", 4),
                    Map.entry("F6_E2M3", 6),
                    Map.entry("F6_E3M2", 6),
                    Map.entry("U8", 8),
                    Map.entry("I8", 8),
                    Map.entry("F8_E5M2", 8),
                    Map.entry("F8_E4M3", 8),
                    Map.entry("F8_E8M0", 8),
                    Map.entry("F8_E4M3FNUZ", 8),
                    Map.entry("F8_E5M2FNUZ", 8),
                    Map.entry("I16", 16),
                    Map.entry("U16", 16),
                    Map.entry("F16", 16),
                    Map.entry("BF16", 16),
                    Map.entry("I32", 32),
                    Map.entry("U32", 32),
                    Map.entry("F32", 32),
                    Map.entry("C64", 64),
                    Map.entry("F64", 64),
                    Map.entry("I64", 64),
                    Map.entry("U64", 64));

    /** What torch calls them, as a storage class or as a dtype. */
    private static final Map<String, String> TORCH =
            Map.ofEntries(
                    Map.entry("FloatStorage", "F32"),
                    Map.entry("HalfStorage", "F16"),
                    Map.entry("BFloat16Storage", "BF16"),
                    Map.entry("DoubleStorage", "F64"),
                    Map.entry("LongStorage", "I64"),
                    Map.entry("IntStorage", "I32"),
                    Map.entry("ShortStorage", "I16"),
                    Map.entry("CharStorage", "I8"),
                    Map.entry("ByteStorage", "U8"),
                    Map.entry("BoolStorage", "BOOL"),
                    Map.entry("ComplexFloatStorage", "C64"),
                    Map.entry("ComplexDoubleStorage", "C128"),
                    Map.entry("QInt8Storage", "QINT8"),
                    Map.entry("QUInt8Storage", "QUINT8"),
                    Map.entry("QInt32Storage", "QINT32"),
                    Map.entry("UntypedStorage", "U8"),
                    Map.entry("float32", "F32"),
                    Map.entry("float", "F32"),
                    Map.entry("float16", "F16"),
                    Map.entry("half", "F16"),
                    Map.entry("bfloat16", "BF16"),
                    Map.entry("float64", "F64"),
                    Map.entry("double", "F64"),
                    Map.entry("int64", "I64"),
                    Map.entry("int32", "I32"),
                    Map.entry("int16", "I16"),
                    Map.entry("int8", "I8"),
                    Map.entry("uint8", "U8"),
                    Map.entry("uint16", "U16"),
                    Map.entry("uint32", "U32"),
                    Map.entry("uint64", "U64"),
                    Map.entry("bool", "BOOL"),
                    Map.entry("complex64", "C64"),
                    Map.entry("complex128", "C128"),
                    Map.entry("float8_e4m3fn", "F8_E4M3"),
                    Map.entry("float8_e5m2", "F8_E5M2"),
                    Map.entry("float8_e4m3fnuz", "F8_E4M3FNUZ"),
                    Map.entry("float8_e5m2fnuz", "F8_E5M2FNUZ"),
                    Map.entry("float8_e8m0fnu", "F8_E8M0"));

    private static final Map<String, String> SHARED =
            BITS.keySet().stream()
                    .collect(Collectors.toUnmodifiableMap(name -> name, name -> name));

    private Dtypes() {}

    static Set<String> names() {
        Set<String> names = new HashSet<>(BITS.keySet());
        names.addAll(TORCH.values());
        return names;
    }

    static OptionalInt bits(String dtype) {
        Integer bits = BITS.get(dtype);
        return bits == null ? OptionalInt.empty() : OptionalInt.of(bits);
    }

    /** {@return one object for all equal names, so that 100,000 tensors hold a few} */
    static String shared(String dtype) {
        return SHARED.getOrDefault(dtype, dtype);
    }

    /** {@return safetensors' word for a storage class or dtype of torch, or the name itself} */
    static String ofTorch(String name) {
        return TORCH.getOrDefault(name, name);
    }

    /** {@return safetensors' word for numpy's {@code <f4} and the like, or the name itself} */
    static String ofNumpy(String descriptor) {
        String kind = descriptor.replaceFirst("^[<>=|]", "");
        return switch (kind) {
            case "f2" -> "F16";
            case "f4" -> "F32";
            case "f8" -> "F64";
            case "i1" -> "I8";
            case "i2" -> "I16";
            case "i4" -> "I32";
            case "i8" -> "I64";
            case "u1" -> "U8";
            case "u2" -> "U16";
            case "u4" -> "U32";
            case "u8" -> "U64";
            case "b1" -> "BOOL";
            case "c8" -> "C64";
            case "c16" -> "C128";
            default -> kind;
        };
    }
}
