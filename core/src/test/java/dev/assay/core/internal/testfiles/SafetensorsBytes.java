package dev.assay.core.internal.testfiles;

import java.nio.charset.StandardCharsets;

/** Makes safetensors files of any degree of brokenness. */
public final class SafetensorsBytes {

    private SafetensorsBytes() {}

    /** {@return a file with this header, true length and all, and so many bytes of data} */
    public static byte[] of(String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return new Bytes().u64(text.length).raw(text).zeros(data).done();
    }

    /** {@return an entry of a header} */
    public static String tensor(String name, String dtype, String shape, long begin, long end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, dtype, shape, begin, end);
    }

    /** {@return a sound file with two tensors and metadata} */
    public static byte[] sound() {
        return of(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + tensor("first.weight", "F16", "[2,3]", 0, 12)
                        + ","
                        + tensor("second.bias", "F32", "[4]", 12, 28)
                        + "}",
                28);
    }
}
