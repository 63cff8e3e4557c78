package dev.assay.core.internal.hash;

import dev.assay.core.internal.linux.LinuxCalls;
import dev.assay.core.internal.walk.PathText;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives back what a long run takes of Linux's page cache. A scan of more than fits into memory
 * would otherwise push out all that the user's other programs keep there, for files that nobody
 * reads again soon. What lay in the cache before stays.
 *
 * <p>Needs {@code --enable-native-access} for this module, as Assay's launcher grants it; without
 * it, and elsewhere than on Linux, nothing is given back.
 */
final class PageCache {
    /** How much is read before it is given back. */
    static final long STRIDE = 64L << 20;

    /** A file whose first part lies in the cache is taken for one that does. */
    private static final long SAMPLE = 256L << 20;

    /** {@code POSIX_FADV_DONTNEED} of fcntl.h. */
    private static final int DONT_NEED = 4;

    private PageCache() {}

    /** {@return whether a run of that many bytes would fill the memory of this machine} */
    static boolean isCrowdedBy(long plannedBytes) {
        return plannedBytes > Memory.HALF;
    }

    /** The file as the cache sees it; what was read of it is given back. */
    static final class Guest implements AutoCloseable {
        private final int descriptor;
        private final AtomicLong givenBack = new AtomicLong();
        private final AtomicBoolean closed = new AtomicBoolean();

        private Guest(int descriptor) {
            this.descriptor = descriptor;
        }

        /**
         * Told as the file is read, by any thread and not always in order, so that it keeps a
         * stride's distance.
         *
         * @param end where a read ended
         */
        void read(long end) {
            long from = givenBack.get();
            if (end - from >= 2 * STRIDE && givenBack.compareAndSet(from, from + STRIDE)) {
                LinuxCalls.advise(descriptor, from, STRIDE, DONT_NEED);
            }
        }

        @Override
        public void close() {
            if (!closed.getAndSet(true)) {
                // A length of zero means to the end.
                LinuxCalls.advise(descriptor, 0, 0, DONT_NEED);
                LinuxCalls.close(descriptor);
            }
        }
    }

    /**
     * {@return a file that shall leave no trace in the cache; nothing when it was there before, or
     * where the system has no means for it}
     */
    static Optional<Guest> guest(Path file, FileChannel open) {
        if (!LinuxCalls.workOn(file) || isIn(open)) {
            return Optional.empty();
        }
        int descriptor = LinuxCalls.open(PathText.bytes(file.toAbsolutePath()));
        return descriptor < 0 ? Optional.empty() : Optional.of(new Guest(descriptor));
    }

    /** {@return whether the start of a file lies in the cache, all of it} */
    static boolean isIn(FileChannel open) {
        try (Arena arena = Arena.ofConfined()) {
            long length = Math.min(open.size(), SAMPLE);
            return open.map(FileChannel.MapMode.READ_ONLY, 0, length, arena).isLoaded();
        } catch (IOException | UnsupportedOperationException e) {
            return true;
        }
    }

    /** How much memory there is. */
    private static final class Memory {
        static final long HALF = half();

        private static long half() {
            try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
                return lines.filter(line -> line.startsWith("MemTotal:"))
                        .mapToLong(line -> 512 * Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
            } catch (IOException | RuntimeException e) {
                return Long.MAX_VALUE;
            }
        }
    }
}
