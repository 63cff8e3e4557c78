package dev.assay.core.internal.walk;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

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

    /** Of fcntl.h; a call of stat(2) does not mount what is mounted on demand either. */
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;

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

    /** {@code AT_FDCWD} of fcntl.h: where a path that is not absolute begins. */
    private static final int HERE = -100;

    /** Of limits.h, its zero byte included. */
    private static final int PATH_MAX = 4096;

    /** One for each thread, to ask about a file by its path. */
    static final ThreadLocal<Asker> ASKERS = ThreadLocal.withInitial(Asker::new);

    private final MemorySegment answer = Arena.ofAuto().allocate(SIZE_OF_ANSWER, Long.BYTES);

    /** {@return whether the file system told all that is needed} */
    boolean ask(int folder, long name, boolean follow) {
        int flags = AT_NO_AUTOMOUNT | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
        return LinuxCalls.statx(folder, name, flags, STATX_BASIC_STATS | STATX_BTIME, answer) == 0
                && (answer.get(JAVA_INT, MASK) & NEEDED) == NEEDED;
    }

    /** Asks about files by their paths; used by one thread. */
    static final class Asker {
        private final MemorySegment path = Arena.ofAuto().allocate(PATH_MAX);
        private final Statx answer = new Statx();

        /** {@return whether the file is there, links followed, and all that is needed was told} */
        boolean ask(Path file) {
            byte[] text = PathText.bytes(file);
            if (text.length >= PATH_MAX) {
                return false;
            }
            MemorySegment.copy(text, 0, path, JAVA_BYTE, 0, text.length);
            path.set(JAVA_BYTE, text.length, (byte) 0);
            return answer.ask(HERE, path.address(), true);
        }

        Statx answer() {
            return answer;
        }
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

    /** As stat(2) and Java number devices: {@code makedev} of glibc. */
    private long device() {
        long major = answer.get(JAVA_INT, DEVICE_MAJOR) & 0xFFFFFFFFL;
        long minor = answer.get(JAVA_INT, DEVICE_MINOR) & 0xFFFFFFFFL;
        return (major & ~0xFFFL) << 32
                | (major & 0xFFF) << 8
                | (minor & ~0xFFL) << 12
                | (minor & 0xFF);
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
                stats.volumeOf(
                        answer.get(JAVA_INT, DEVICE_MAJOR), answer.get(JAVA_INT, DEVICE_MINOR)));
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
