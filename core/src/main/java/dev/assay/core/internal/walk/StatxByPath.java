package dev.assay.core.internal.walk;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** Asks about files by their paths; used by one thread. */
final class StatxByPath {
    /** One for each thread. */
    static final ThreadLocal<StatxByPath> HERE = ThreadLocal.withInitial(StatxByPath::new);

    /** {@code AT_FDCWD} of fcntl.h: where a path that is not absolute begins. */
    private static final int AT_FDCWD = -100;

    /** Of limits.h, its zero byte included. */
    private static final int PATH_MAX = 4096;

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
        return answer.ask(AT_FDCWD, path.address(), true);
    }

    Statx answer() {
        return answer;
    }
}
