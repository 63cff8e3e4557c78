package dev.assay.core.internal.walk;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Four calls of Linux: openat(2), close(2), getdents64(2) and statx(2). All go through syscall(2),
 * since each function of another shape costs as much time to link as a thousand calls. What they
 * say when they fail is not asked for; whoever calls them asks again through Java, which tells.
 */
@SuppressWarnings("restricted")
final class LinuxCalls {
    /** {@code O_RDONLY | O_NONBLOCK | O_CLOEXEC}, which both architectures number alike. */
    private static final long OPEN_FLAGS = 0x800 | 0x80000;

    private static final Optional<Numbers> NUMBERS = Numbers.here();

    private static volatile boolean linked;

    private LinuxCalls() {}

    /**
     * The numbers of the calls.
     *
     * @param openat of asm/unistd_64.h on x86, asm-generic/unistd.h on ARM; so are the others
     */
    private record Numbers(long openat, long close, long getdents, long statx) {
        static Optional<Numbers> here() {
            boolean possible =
                    LinuxCalls.class.getModule().isNativeAccessEnabled()
                            && System.getProperty("os.name", "").equals("Linux");
            return possible ? of(System.getProperty("os.arch", "")) : Optional.empty();
        }

        private static Optional<Numbers> of(String architecture) {
            return switch (architecture) {
                case "amd64" -> Optional.of(new Numbers(257, 3, 217, 332));
                case "aarch64" -> Optional.of(new Numbers(56, 57, 61, 291));
                default -> Optional.empty();
            };
        }
    }

    /** {@return whether this module may call them, and knows their numbers} */
    static boolean work() {
        return NUMBERS.isPresent();
    }

    /** {@return whether one was called before, so that the next costs no linking} */
    static boolean areLinked() {
        return linked;
    }

    /**
     * {@return a descriptor; negative when the folder cannot be opened}
     *
     * @param path absolute, with a zero byte at its end
     */
    static int open(MemorySegment path) {
        return (int) call(Calls.OPENAT, 0, path.address(), OPEN_FLAGS, 0, 0);
    }

    static void close(int descriptor) {
        call(Calls.CLOSE, descriptor, 0, 0, 0, 0);
    }

    /** {@return how many bytes of records were written; zero at the end, negative for an error} */
    static long getdents(int folder, MemorySegment records) {
        return call(Calls.GETDENTS, folder, records.address(), records.byteSize(), 0, 0);
    }

    /**
     * {@return zero when the entry was found and the answer is in {@code into}}
     *
     * @param name the address of one in the folder, with a zero byte at its end
     */
    static long statx(int folder, long name, int flags, int mask, MemorySegment into) {
        return call(Calls.STATX, folder, name, flags, mask, into.address());
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
