package dev.assay.core.internal.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Five calls of Linux: openat(2), close(2), getdents64(2), statx(2) and fadvise64(2). All go
 * through syscall(2), since each function of another shape costs as much time to link as a thousand
 * calls. What they say when they fail is not asked for; whoever calls them asks again through Java,
 * which tells, or does without. Safe for use from many threads.
 *
 * <p>They need {@code --enable-native-access} for this module, as Assay's launcher grants it.
 */
@SuppressWarnings("restricted")
public final class LinuxCalls {
    /** {@code O_RDONLY | O_NONBLOCK | O_CLOEXEC}, which both architectures number alike. */
    private static final long OPEN_FLAGS = 0x800 | 0x80000;

    /** Linking takes some 80 ms, which fewer questions do not win back. */
    private static final int WORTH_LINKING = 500;

    private static final Optional<Numbers> NUMBERS = Numbers.here();
    private static final AtomicInteger ASKED_IN_JAVA = new AtomicInteger();

    private static volatile boolean linked;

    private LinuxCalls() {}

    /**
     * The numbers of the calls.
     *
     * @param openat of asm/unistd_64.h on x86, asm-generic/unistd.h on ARM; so are the others
     */
    private record Numbers(long openat, long close, long getdents, long statx, long fadvise) {
        static Optional<Numbers> here() {
            boolean possible =
                    LinuxCalls.class.getModule().isNativeAccessEnabled()
                            && System.getProperty("os.name", "").equals("Linux");
            return possible ? of(System.getProperty("os.arch", "")) : Optional.empty();
        }

        private static Optional<Numbers> of(String architecture) {
            return switch (architecture) {
                case "amd64" -> Optional.of(new Numbers(257, 3, 217, 332, 221));
                case "aarch64" -> Optional.of(new Numbers(56, 57, 61, 291, 223));
                default -> Optional.empty();
            };
        }
    }

    /** {@return whether this module may call them, and knows their numbers} */
    public static boolean work() {
        return NUMBERS.isPresent();
    }

    /** {@return whether they may be used on a path, which is then one of the system's own} */
    public static boolean workOn(Path file) {
        return work() && file.getFileSystem().equals(FileSystems.getDefault());
    }

    /**
     * {@return whether to ask about this rather so than in Java's way: the calls are linked, or it
     * pays to link them}
     */
    public static boolean pay(Path file) {
        return workOn(file) && (linked || ASKED_IN_JAVA.get() >= WORTH_LINKING);
    }

    /** Takes note of questions that were asked in Java's way. */
    public static void askedInJava(int questions) {
        ASKED_IN_JAVA.addAndGet(questions);
    }

    /**
     * {@return a descriptor for reading; negative when the file or folder cannot be opened}
     *
     * @param path absolute, as the system is told it
     */
    public static int open(byte[] path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(path.length + 1L);
            MemorySegment.copy(path, 0, text, JAVA_BYTE, 0, path.length);
            return (int) call(Calls.OPENAT, 0, text.address(), OPEN_FLAGS, 0, 0);
        }
    }

    /** Closes a descriptor. */
    public static void close(int descriptor) {
        call(Calls.CLOSE, descriptor, 0, 0, 0, 0);
    }

    /** {@return how many bytes of records were written; zero at the end, negative for an error} */
    public static long getdents(int folder, MemorySegment records) {
        return call(Calls.GETDENTS, folder, records.address(), records.byteSize(), 0, 0);
    }

    /**
     * {@return zero when the entry was found and the answer is in {@code into}}
     *
     * @param name the address of one in the folder, with a zero byte at its end
     */
    public static long statx(int folder, long name, int flags, int mask, MemorySegment into) {
        return call(Calls.STATX, folder, name, flags, mask, into.address());
    }

    /**
     * Says what use will be made of a part of a file.
     *
     * @param length in bytes; 0 for all to the end
     * @param advice one of fcntl.h
     */
    public static void advise(int descriptor, long from, long length, int advice) {
        call(Calls.FADVISE, descriptor, from, length, advice, 0);
    }

    private static long call(long number, long a, long b, long c, long d, long e) {
        try {
            return (long) Calls.SYSCALL.invokeExact(number, a, b, c, d, e);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Apart, so that nothing is linked where nothing is called. */
    private static final class Calls {
        static final MethodHandle SYSCALL = syscall();
        static final long OPENAT = NUMBERS.orElseThrow().openat;
        static final long CLOSE = NUMBERS.orElseThrow().close;
        static final long GETDENTS = NUMBERS.orElseThrow().getdents;
        static final long STATX = NUMBERS.orElseThrow().statx;
        static final long FADVISE = NUMBERS.orElseThrow().fadvise;

        private static MethodHandle syscall() {
            Linker linker = Linker.nativeLinker();
            MethodHandle syscall =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("syscall"),
                            FunctionDescriptor.of(
                                    JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                                    JAVA_LONG, JAVA_LONG),
                            Linker.Option.firstVariadicArg(1));
            linked = true;
            return syscall;
        }
    }
}
