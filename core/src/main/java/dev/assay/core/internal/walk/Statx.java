package dev.assay.core.internal.walk;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.assay.core.internal.linux.LinuxCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The answer of statx(2), whose layout is the same on every architecture: {@code struct statx} of
 * linux/stat.h.
 */
final class Statx {
    private static final int SIZE_OF_ANSWER = 256;

    /** Of fcntl.h. */
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;

    /** As a call of stat(2) does, which does not mount what is mounted on demand either. */
    private static final int AT_NO_AUTOMOUNT = 0x800;

    private static final int STATX_BASIC_STATS = 0x7FF;
    private static final int STATX_BTIME = 0x800;

    /** The type, both times, the inode and the size: without these an answer is none. */
    private static final int NEEDED = 0x1 | 0x40 | 0x80 | 0x100 | 0x200;

    private static final int MASK = 0;
    private static final int MODE = 28;
    private static final int INODE = 32;
    private static final int SIZE = 40;
    private static final int BORN = 80;
    private static final int CHANGED = 96;
    private static final int MODIFIED = 112;
    private static final int DEVICE_MAJOR = 136;
    private static final int DEVICE_MINOR = 140;

    private static final long SECOND = 1_000_000_000;

    private final MemorySegment answer = Arena.ofAuto().allocate(SIZE_OF_ANSWER, Long.BYTES);

    /** {@return whether the file system told all that is needed} */
    boolean ask(int folder, long name, boolean follow) {
        int flags = AT_NO_AUTOMOUNT | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
        return LinuxCalls.statx(folder, name, flags, STATX_BASIC_STATS | STATX_BTIME, answer) == 0
                && (answer.get(JAVA_INT, MASK) & NEEDED) == NEEDED;
    }

    Stamp stamp() {
        return new Stamp(
                answer.get(JAVA_LONG, SIZE),
                kind() == Stats.Kind.FILE,
                device(),
                answer.get(JAVA_LONG, INODE),
                time(MODIFIED),
                time(CHANGED));
    }

    private long device() {
        return Volumes.device(
                answer.get(JAVA_INT, DEVICE_MAJOR), answer.get(JAVA_INT, DEVICE_MINOR));
    }

    Stats.Kind kind() {
        return Stats.Kind.of(answer.get(JAVA_SHORT, MODE));
    }

    Glimpse glimpse(Path folder, String name, boolean link, Stats stats) {
        long modified = time(MODIFIED);
        return new Glimpse(
                folder,
                name,
                link,
                answer.get(JAVA_LONG, SIZE),
                modified,
                time(CHANGED),
                (answer.get(JAVA_INT, MASK) & STATX_BTIME) == 0 ? modified : time(BORN),
                answer.get(JAVA_LONG, INODE),
                Optional.empty(),
                stats.volumeOf(device()));
    }

    private long time(int at) {
        long seconds = answer.get(JAVA_LONG, at);
        long nanos = answer.get(JAVA_INT, at + 8L) & 0xFFFFFFFFL;
        long most = Long.MAX_VALUE / SECOND;
        if (seconds >= most || seconds <= -most) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * SECOND + nanos;
    }
}
