package dev.assay.core.internal.testfiles;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips whose directory and local headers need not agree. */
public final class ZipBytes {

    private final Bytes bytes = new Bytes();
    private final List<Entry> entries = new ArrayList<>();
    private String comment = "";
    private int flags;
    private int method;

    private record Entry(
            String name, int offset, int packed, int size, long crc, int flags, int method) {}

    /** Puts bytes before the next member. */
    public ZipBytes gap(byte[] gap) {
        bytes.raw(gap);
        return this;
    }

    /** The flags of the next members, in both places. */
    public ZipBytes flags(int wanted) {
        flags = wanted;
        return this;
    }

    /** The method that the next members claim, in both places; their data is not touched. */
    public ZipBytes method(int wanted) {
        method = wanted;
        return this;
    }

    public ZipBytes comment(byte[] wanted) {
        comment = new String(wanted, StandardCharsets.ISO_8859_1);
        return this;
    }

    public ZipBytes stored(String name, byte[] data) {
        return member(name, name, data, data.length, method, true);
    }

    /** A member that the directory calls otherwise than its own header. */
    public ZipBytes renamed(String name, String localName, byte[] data) {
        return member(name, localName, data, data.length, method, true);
    }

    /** A member that the directory does not list. */
    public ZipBytes hidden(String name, byte[] data) {
        return member(name, name, data, data.length, method, false);
    }

    public ZipBytes deflated(String name, byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(data);
        deflater.finish();
        byte[] packed = new byte[data.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] cut = java.util.Arrays.copyOf(packed, length);
        return member(name, name, cut, data.length, 8, true);
    }

    private ZipBytes member(
            String name, String localName, byte[] data, int size, int itsMethod, boolean listed) {
        CRC32 crc = new CRC32();
        crc.update(data);
        if (listed) {
            entries.add(
                    new Entry(
                            name,
                            bytes.size(),
                            data.length,
                            size,
                            crc.getValue(),
                            flags,
                            itsMethod));
        }
        bytes.u32(0x04034b50).u16(20).u16(flags).u16(itsMethod).u32(0).u32(crc.getValue());
        bytes.u32(data.length).u32(size).u16(localName.length()).u16(0);
        bytes.raw(localName.getBytes(StandardCharsets.ISO_8859_1)).raw(data);
        return this;
    }

    public byte[] done() {
        int start = bytes.size();
        for (Entry entry : entries) {
            bytes.u32(0x02014b50).u16(20).u16(20).u16(entry.flags).u16(entry.method).u32(0);
            bytes.u32(entry.crc).u32(entry.packed).u32(entry.size).u16(entry.name.length());
            bytes.u16(0).u16(0).u16(0).u16(0).u32(0).u32(entry.offset);
            bytes.raw(entry.name.getBytes(StandardCharsets.ISO_8859_1));
        }
        return end(entries.size(), bytes.size() - start, start);
    }

    /** {@return what was written so far, without a directory} */
    public byte[] cutHere() {
        return bytes.done();
    }

    private byte[] end(int count, int size, int start) {
        byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.u32(0x06054b50)
                .u32(0)
                .u16(count)
                .u16(count)
                .u32(size)
                .u32(start)
                .u16(text.length)
                .raw(text)
                .done();
    }

    /** {@return an end record of a zip without members} */
    public static byte[] emptyEnd() {
        return new ZipBytes().done();
    }

    /** {@return what torch.save writes, around this pickle} */
    public static byte[] torch(byte[] pickle) {
        return new ZipBytes()
                .stored("archive/data.pkl", pickle)
                .stored("archive/byteorder", "little".getBytes(StandardCharsets.UTF_8))
                .stored("archive/data/0", new byte[24])
                .stored("archive/data/1", new byte[16])
                .stored("archive/version", "3\n".getBytes(StandardCharsets.UTF_8))
                .done();
    }
}
