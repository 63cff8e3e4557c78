package dev.assay.core.internal.zip;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.zip.ZipDirectories.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip by all of its directories and all of its local headers. {@code java.util.zip} is no
 * use here: one of its readers believes the directory, the other the local headers, both refuse
 * files that torch loads, and an attacker chooses which of them sees the harmless half. Flags,
 * names and checksums are never a reason not to look.
 */
public final class ZipWalker {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int MAX_DESCRIPTOR = 24;
    private static final int MAX_ODDITIES = 16;
    private static final int MAX_ODDITY = 1000;
    private static final int CHUNK = 1 << 14;

    /** How many bytes outside members are searched for more of them. */
    private static final long MAX_GAPS = 1 << 20;

    private final ByteSource file;
    private final List<ZipMember> members = new ArrayList<>();
    private final Set<String> oddities = new LinkedHashSet<>();
    private final NavigableSet<Long> boundaries = new TreeSet<>();
    private long gapBytes = MAX_GAPS;
    private int names = ZipDirectories.MAX_NAMES;
    private boolean whole = true;

    private ZipWalker(ByteSource file) {
        this.file = file;
    }

    /** What stands before a member's data. */
    private record Local(
            String name,
            long dataStart,
            long packed,
            long inflated,
            int method,
            boolean encrypted,
            boolean described) {}

    /** {@return all that the zip holds, by any reading} */
    public static ZipIndex walk(ByteSource file) throws IOException {
        return new ZipWalker(file).walk();
    }

    private ZipIndex walk() throws IOException {
        ZipDirectories directories = new ZipDirectories(file);
        directories.read();
        whole = directories.isWhole();
        boundaries.addAll(directories.boundaries());
        boundaries.add(file.size());
        Set<Entry> entries = directories.entries();
        entries.forEach(entry -> boundaries.add(entry.offset()));
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(Entry::offset));
        long end = 0;
        for (Entry entry : inOrder) {
            end = addListed(entry, end);
        }
        searchGap(end, next(boundaries, end - 1));
        members.sort(Comparator.comparingLong(ZipMember::headerStart));
        remarkDuplicates();
        return new ZipIndex(members, !entries.isEmpty(), whole, List.copyOf(oddities));
    }

    /** {@return the end of what is accounted for} */
    private long addListed(Entry entry, long end) throws IOException {
        if (entry.offset() > end) {
            searchGap(end, Math.min(entry.offset(), file.size()));
        }
        if (names < 0) {
            whole = false;
            return end;
        }
        Local local = local(entry.offset());
        if (local == null) {
            remark(
                    "the directory points to byte %d for '%s', where no member is"
                            .formatted(entry.offset(), entry.name()));
            return end;
        }
        if (!local.name.equals(entry.name())) {
            remark(
                    "a member is called '%s' in one place and '%s' in another"
                            .formatted(entry.name(), local.name));
        }
        if (local.packed != entry.packed() && !(local.described && local.packed == 0)) {
            remark(
                    "'%s' has %d bytes in one place and %d in another"
                            .formatted(entry.name(), entry.packed(), local.packed));
        }
        if (local.method != entry.method()) {
            remark(
                    "'%s' is packed by method %d in one place and %d in another"
                            .formatted(entry.name(), entry.method(), local.method));
        }
        ZipMember member = member(entry, local, entry.offset());
        members.add(member);
        return Math.max(end, accountedFor(member, local.described));
    }

    private ZipMember member(Entry entry, Local local, long headerStart) {
        long room = next(boundaries, local.dataStart - 1) - local.dataStart;
        long declared = Math.clamp(Math.max(entry.packed(), local.packed), 0, room);
        return new ZipMember(
                entry.name(),
                local.name,
                headerStart,
                local.dataStart,
                declared,
                room,
                Math.max(entry.inflated(), local.inflated),
                entry.method(),
                local.method,
                entry.encrypted() || local.encrypted);
    }

    private static long accountedFor(ZipMember member, boolean described) {
        long after = member.room() - member.declared();
        boolean descriptor = described && after > 0 && after <= MAX_DESCRIPTOR;
        return member.dataStart() + member.declared() + (descriptor ? after : 0);
    }

    private static long next(NavigableSet<Long> sorted, long after) {
        Long higher = sorted.higher(after);
        return higher == null ? after + 1 : higher;
    }

    private @Nullable Local local(long offset) throws IOException {
        if (offset < 0 || offset + LOCAL_SIZE > file.size()) {
            return null;
        }
        byte[] header = file.bytes(offset, LOCAL_SIZE);
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (header.length < LOCAL_SIZE || fields.getInt(0) != LOCAL) {
            return null;
        }
        int nameLength = Short.toUnsignedInt(fields.getShort(26));
        int extraLength = Short.toUnsignedInt(fields.getShort(28));
        byte[] name = file.bytes(offset + LOCAL_SIZE, nameLength);
        names -= name.length;
        long packed = Integer.toUnsignedLong(fields.getInt(18));
        long inflated = Integer.toUnsignedLong(fields.getInt(22));
        if (packed == 0xffffffffL || inflated == 0xffffffffL) {
            byte[] extra = file.bytes(offset + LOCAL_SIZE + nameLength, extraLength);
            List<Long> sizes = Zip64.resolve(extra, inflated, packed, 0);
            inflated = sizes.get(0);
            packed = sizes.get(1);
        }
        int flags = fields.getShort(6);
        return new Local(
                new String(name, StandardCharsets.UTF_8),
                offset + LOCAL_SIZE + nameLength + extraLength,
                packed,
                inflated,
                Short.toUnsignedInt(fields.getShort(8)),
                (flags & 1) != 0,
                (flags & 8) != 0);
    }

    /** Looks for members that no directory lists in what no member accounts for. */
    private void searchGap(long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            long found = find(at, to);
            if (found > at || found < 0) {
                remark(
                        "%d bytes at %d belong to no member"
                                .formatted((found < 0 ? to : found) - at, at));
            }
            if (found < 0) {
                return;
            }
            at = addUnlisted(found, to);
        }
    }

    private long addUnlisted(long offset, long to) throws IOException {
        Local local = local(offset);
        if (local == null || local.dataStart > to || members.size() >= ZipDirectories.MAX_MEMBERS) {
            return offset + 4;
        }
        remark("the member '%s' is not in the directory".formatted(local.name));
        long room = to - local.dataStart;
        members.add(
                new ZipMember(
                        local.name,
                        local.name,
                        offset,
                        local.dataStart,
                        Math.clamp(local.packed, 0, room),
                        room,
                        local.inflated,
                        local.method,
                        local.method,
                        local.encrypted));
        return local.packed > 0 && local.packed <= room
                ? local.dataStart + local.packed
                : local.dataStart;
    }

    /** {@return where the next local header starts, or -1} */
    private long find(long from, long to) throws IOException {
        for (long at = from; at < to; at += CHUNK - 3) {
            byte[] chunk = file.bytes(at, (int) Math.min(CHUNK, to - at));
            gapBytes -= chunk.length;
            if (gapBytes < 0) {
                whole = false;
                return -1;
            }
            for (int i = 0; i + 4 <= chunk.length; i++) {
                if (chunk[i] == 'P'
                        && chunk[i + 1] == 'K'
                        && chunk[i + 2] == 3
                        && chunk[i + 3] == 4) {
                    return at + i;
                }
            }
        }
        return -1;
    }

    private void remarkDuplicates() {
        Set<String> names = new HashSet<>();
        Set<Long> starts = new HashSet<>();
        for (ZipMember member : members) {
            if (starts.add(member.headerStart()) && !names.add(member.name())) {
                remark("there are several members '%s'".formatted(member.name()));
            }
        }
    }

    private void remark(String oddity) {
        if (oddities.size() < MAX_ODDITIES) {
            oddities.add(
                    oddity.length() <= MAX_ODDITY
                            ? oddity
                            : oddity.substring(0, MAX_ODDITY) + "...");
        }
    }
}
