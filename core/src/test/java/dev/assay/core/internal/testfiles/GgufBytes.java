package dev.assay.core.internal.testfiles;

import java.nio.ByteOrder;

/** Makes GGUF files: version, then keys, then tensors, then data. */
public final class GgufBytes {

    private final Bytes bytes = new Bytes();
    private final int version;

    public GgufBytes(int version, ByteOrder order, long tensors, long keys) {
        this.version = version;
        bytes.text("GGUF").order(order).u32(version);
        length(tensors);
        length(keys);
    }

    public GgufBytes(long tensors, long keys) {
        this(3, ByteOrder.LITTLE_ENDIAN, tensors, keys);
    }

    /** A count or a length, which version 1 wrote in 32 bits. */
    public GgufBytes length(long value) {
        if (version == 1) {
            bytes.u32(value);
        } else {
            bytes.u64(value);
        }
        return this;
    }

    public GgufBytes string(String text) {
        length(text.length());
        bytes.text(text);
        return this;
    }

    public GgufBytes u32(long value) {
        bytes.u32(value);
        return this;
    }

    public GgufBytes u64(long value) {
        bytes.u64(value);
        return this;
    }

    public GgufBytes key(String key, String value) {
        return string(key).u32(8).string(value);
    }

    public GgufBytes key(String key, int value) {
        return string(key).u32(4).u32(value);
    }

    /** A tensor, its sides in file order, the fastest first. */
    public GgufBytes tensor(String name, int type, long offset, long... sides) {
        string(name).u32(sides.length);
        for (long side : sides) {
            length(side);
        }
        return u32(type).u64(offset);
    }

    /** Ends with so many bytes of data, after padding to a multiple of 32. */
    public byte[] done(int data) {
        return bytes.padTo(32).zeros(data).done();
    }

    public byte[] cutHere() {
        return bytes.done();
    }

    /** {@return a sound file with a key and two tensors} */
    public static byte[] sound() {
        return new GgufBytes(2, 2)
                .key("general.architecture", "llama")
                .key("llama.block_count", 2)
                .tensor("token_embd.weight", 0, 0, 4, 2)
                .tensor("output.weight", 8, 32, 32, 2)
                .done(32 + 96);
    }
}
