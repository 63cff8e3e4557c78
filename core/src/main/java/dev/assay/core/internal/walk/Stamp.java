package dev.assay.core.internal.walk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What tells that a file is still the one it was, bytes included.
 *
 * @param size in bytes
 * @param regular whether it is a regular file
 * @param device the number of the device it lies on; 0 where the system has none
 * @param file what tells it from others on that device
 * @param modified when its bytes changed last, in nanoseconds since 1970
 * @param changed when anything of it changed last, as far as the system tells
 */
public record Stamp(
        long size, boolean regular, long device, Object file, long modified, long changed) {
    /** Few, since each costs time: the mode tells the kind. */
    private static final String UNIX = "unix:mode,size,lastModifiedTime,ctime,ino,dev";

    /** Linking Linux's calls takes some 80 ms, which a few stamps do not win back. */
    private static final int WORTH_LINKING = 500;

    private static final AtomicInteger ASKED = new AtomicInteger();

    /**
     * {@return the stamp of a file, links followed}
     *
     * <p>By Linux's own call where it is linked or worth linking. Java's takes each attribute by
     * its name, and of ten thousand files compiling that takes longer than hashing a thousand.
     */
    public static Stamp of(Path file) throws IOException {
        if (isOfLinux(file)) {
            Statx.Asker asker = Statx.ASKERS.get();
            if (asker.ask(file)) {
                return asker.answer().stamp();
            }
        }
        return ofJava(file);
    }

    private static boolean isOfLinux(Path file) {
        return LinuxCalls.work()
                && file.getFileSystem().equals(FileSystems.getDefault())
                && (LinuxCalls.areLinked() || ASKED.incrementAndGet() > WORTH_LINKING);
    }

    static Stamp ofJava(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ofUnix(Files.readAttributes(file, UNIX))
                : ofBasic(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static Stamp ofUnix(Map<String, Object> all) {
        int mode = (Integer) requireNonNull(all.get("mode"));
        return new Stamp(
                (Long) requireNonNull(all.get("size")),
                Stats.Kind.of(mode) == Stats.Kind.FILE,
                (Long) requireNonNull(all.get("dev")),
                requireNonNull(all.get("ino")),
                nanos((FileTime) requireNonNull(all.get("lastModifiedTime"))),
                nanos((FileTime) requireNonNull(all.get("ctime"))));
    }

    private static Stamp ofBasic(BasicFileAttributes all) {
        return new Stamp(
                all.size(),
                all.isRegularFile(),
                0,
                String.valueOf(all.fileKey()),
                nanos(all.lastModifiedTime()),
                nanos(all.lastModifiedTime()));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** {@return whether the file is the same, and nothing of it changed} */
    public boolean isSame(Stamp other) {
        return size == other.size
                && regular == other.regular
                && device == other.device
                && file.equals(other.file)
                && modified == other.modified
                && changed == other.changed;
    }
}
