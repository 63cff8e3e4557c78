package dev.assay.core.internal.zip;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds every central directory that some reader might use: at each end record in the file's tail,
 * where it says the directory is and where its size puts it, in the 32-bit and the 64-bit reading.
 * Counts are not believed; entries are read as long as there are any. (APPNOTE 6.3.10, section 4.3)
 */
final class ZipDirectories {

    static final int MAX_MEMBERS = 100_000;

    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int END_SIZE = 22;
    private static final int SHORT_TAIL = 4096;
    private static final int LONG_TAIL = 65535 + END_SIZE;

    /** All names together, in bytes; they stay in memory. */
    static final int MAX_NAMES = 16 << 20;

    private final ByteSource file;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private final NavigableSet<Long> boundaries = new TreeSet<>();
    private int names = MAX_NAMES;
    private boolean whole = true;

    /**
     * What a directory says of one member.
     *
     * @param offset where its local header should be
     */
    record Entry(
            String name, long offset, long packed, long inflated, int method, boolean encrypted) {}

    ZipDirectories(ByteSource file) {
        this.file = file;
    }

    void read() throws IOException {
        if (readEnds(SHORT_TAIL) == 0 && file.size() > SHORT_TAIL) {
            readEnds(LONG_TAIL);
        }
    }

    /** {@return what all of them list, each reading once} */
    Set<Entry> entries() {
        return entries;
    }

    /** {@return where directories and end records start} */
    NavigableSet<Long> boundaries() {
        return boundaries;
    }

    boolean isWhole() {
        return whole;
    }

    private int readEnds(int length) throws IOException {
        long start = Math.max(0, file.size() - length);
        byte[] tail = file.bytes(start, length);
        int found = 0;
        for (int at = tail.length - END_SIZE; at >= 0; at--) {
            if (intAt(tail, at) == END) {
                found++;
                readEnd(start + at, ByteBuffer.wrap(tail, at, END_SIZE).slice());
            }
        }
        return found;
    }

    private static int intAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private void readEnd(long position, ByteBuffer end) throws IOException {
        end.order(ByteOrder.LITTLE_ENDIAN);
        long size = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        boundaries.add(position);
        readDirectory(offset, 0);
        readDirectory(position - size, position - size - offset);
        readLocator(position - 20);
    }

    private void readLocator(long position) throws IOException {
        byte[] locator = file.bytes(Math.max(0, position), 20);
        if (position < 0 || locator.length < 20 || intAt(locator, 0) != LOCATOR64) {
            return;
        }
        boundaries.add(position);
        long end64 = ByteBuffer.wrap(locator).order(ByteOrder.LITTLE_ENDIAN).getLong(8);
        readEnd64(end64);
        readEnd64(position - 56);
    }

    private void readEnd64(long position) throws IOException {
        if (position < 0 || position >= file.size()) {
            return;
        }
        byte[] end = file.bytes(position, 56);
        if (end.length < 56 || intAt(end, 0) != END64) {
            return;
        }
        boundaries.add(position);
        ByteBuffer fields = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        readDirectory(fields.getLong(48), 0);
        readDirectory(position - fields.getLong(40), 0);
    }

    /**
     * Reads entries until there are no more.
     *
     * @param shift how far the whole zip was moved, by what was put before it
     */
    private void readDirectory(long position, long shift) throws IOException {
        if (position < 0 || position >= file.size() || boundaries.contains(position)) {
            return;
        }
        ByteSource rest = file.slice(position, file.size() - position);
        ByteInput in = new ByteInput(rest.stream(), 1 << 13);
        try {
            while (in.number(4) == ENTRY) {
                boundaries.add(position);
                if (entries.size() >= MAX_MEMBERS || names < 0) {
                    whole = false;
                    return;
                }
                readEntry(in, shift);
            }
        } catch (EOFException e) {
            whole = false;
        }
    }

    private void readEntry(ByteInput in, long shift) throws IOException {
        ByteBuffer fields = ByteBuffer.wrap(in.bytes(42)).order(ByteOrder.LITTLE_ENDIAN);
        int flags = fields.getShort(4);
        int method = Short.toUnsignedInt(fields.getShort(6));
        byte[] name = in.bytes(Short.toUnsignedInt(fields.getShort(24)));
        byte[] extra = in.bytes(Short.toUnsignedInt(fields.getShort(26)));
        in.skip(Short.toUnsignedInt(fields.getShort(28)));
        List<Long> sizes =
                Zip64.resolve(
                        extra,
                        Integer.toUnsignedLong(fields.getInt(20)),
                        Integer.toUnsignedLong(fields.getInt(16)),
                        Integer.toUnsignedLong(fields.getInt(38)));
        names -= name.length;
        String text = new String(name, StandardCharsets.UTF_8);
        boolean encrypted = (flags & 1) != 0;
        for (long offset : places(sizes.get(2), shift)) {
            entries.add(new Entry(text, offset, sizes.get(1), sizes.get(0), method, encrypted));
        }
    }

    private static List<Long> places(long offset, long shift) {
        List<Long> places = new ArrayList<>();
        places.add(offset);
        if (shift > 0) {
            places.add(offset + shift);
        }
        return places;
    }
}
