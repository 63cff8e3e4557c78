package dev.assay.core.internal.testfiles;

import java.nio.charset.StandardCharsets;

/** Writes pickles opcode by opcode, and the pickles and files that torch writes. */
public final class PickleBytes {

    private final Bytes bytes = new Bytes();

    /** Starts with PROTO. */
    public static PickleBytes protocol(int version) {
        return new PickleBytes().op(0x80, version);
    }

    public PickleBytes op(int... opcodeAndArgument) {
        bytes.u8(opcodeAndArgument);
        return this;
    }

    public PickleBytes ops(String opcodes) {
        return raw(opcodes.getBytes(StandardCharsets.ISO_8859_1));
    }

    public PickleBytes raw(byte[] raw) {
        bytes.raw(raw);
        return this;
    }

    public PickleBytes global(String module, String name) {
        return ops("c" + module + "\n" + name + "\n");
    }

    /** BINUNICODE. */
    public PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.u8('X').u32(utf8.length).raw(utf8);
        return this;
    }

    /** SHORT_BINUNICODE. */
    public PickleBytes shortText(String text) {
        return op(0x8c, text.length()).ops(text);
    }

    /** BININT. */
    public PickleBytes number(int value) {
        bytes.u8('J').u32(value);
        return this;
    }

    /** BINBYTES. */
    public PickleBytes payload(byte[] payload) {
        bytes.u8('B').u32(payload.length).raw(payload);
        return this;
    }

    public PickleBytes stackGlobal(String module, String name) {
        return shortText(module).shortText(name).op(0x93);
    }

    /** A torch tensor as torch.save writes it, of FloatStorage unless named otherwise. */
    public PickleBytes tensor(String storage, String key, int... shape) {
        int elements = 1;
        for (int side : shape) {
            elements *= side;
        }
        global("torch._utils", "_rebuild_tensor_v2").ops("((");
        text("storage").global("torch", storage).text(key).text("cpu").number(elements);
        ops("tQ").number(0).ops("(");
        for (int side : shape) {
            number(side);
        }
        ops("t(");
        for (int side : shape) {
            number(side);
        }
        return op('t', 0x89).global("collections", "OrderedDict").ops(")RtR");
    }

    public byte[] stop() {
        return ops(".").done();
    }

    public byte[] done() {
        return bytes.done();
    }

    /** {@return a state dict with two tensors, protocol 2} */
    public static byte[] stateDict() {
        return protocol(2)
                .global("collections", "OrderedDict")
                .ops(")R(")
                .text("conv.weight")
                .tensor("HalfStorage", "0", 4, 3)
                .text("conv.bias")
                .tensor("FloatStorage", "1", 4)
                .ops("u")
                .stop();
    }

    /** {@return a pickle that would run a command, were it unpickled} */
    public static byte[] evil() {
        return protocol(2).global("posix", "system").text("true").op(0x85, 'R').stop();
    }

    /** {@return the file that torch.save wrote before 1.6, around an object with two storages} */
    public static byte[] legacy(byte[] object) {
        return new Bytes()
                .raw(
                        protocol(2)
                                .op(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50)
                                .op(0x19)
                                .stop())
                .raw(protocol(2).op('M', 0xe9, 3).stop())
                .raw(protocol(2).ops("}").text("little_endian").op(0x88).ops("s").stop())
                .raw(object)
                .raw(protocol(2).ops("](").text("0").text("1").ops("e").stop())
                .u64(12)
                .zeros(24)
                .u64(4)
                .zeros(16)
                .done();
    }
}
