package dev.assay.core.internal.walk;

import static java.util.Objects.requireNonNull;

import dev.assay.core.internal.linux.LinuxCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

    /**
     * {@return the stamp of a file, links followed}
     *
     * <p>By Linux's own call where it is linked or worth linking. Java's takes each attribute by
     * its name, and of ten thousand files compiling that takes longer than hashing a thousand.
     */
    public static Stamp of(Path file) throws IOException {
        if (!LinuxCalls.pay(file)) {
            LinuxCalls.askedInJava(1);
            return ofJava(file);
        }
        StatxByPath asker = StatxByPath.HERE.get();
        return asker.ask(file) ? asker.answer().stamp() : ofJava(file);
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
