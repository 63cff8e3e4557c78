package dev.assay.core.internal.hash;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What tells that a file is still the one it was, bytes included.
 *
 * @param size in bytes
 * @param regular whether it is a regular file
 * @param device the number of the device it lies on; 0 where the system has none
 * @param file what tells it from others on that device
 * @param modified when its bytes changed last
 * @param changed when anything of it changed last, as far as the system tells
 */
record Stamp(
        long size, boolean regular, long device, Object file, FileTime modified, FileTime changed) {
    /** Few, since each costs time: the mode tells the kind. */
    private static final String UNIX = "unix:mode,size,lastModifiedTime,ctime,ino,dev";

    /** The bits of the mode that tell the kind, and those of a regular file; inode(7). */
    private static final int S_IFMT = 0xF000;

    private static final int S_IFREG = 0x8000;

    static Stamp of(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ofUnix(Files.readAttributes(file, UNIX))
                : ofBasic(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static Stamp ofUnix(Map<String, Object> all) {
        int mode = (Integer) requireNonNull(all.get("mode"));
        return new Stamp(
                (Long) requireNonNull(all.get("size")),
                (mode & S_IFMT) == S_IFREG,
                (Long) requireNonNull(all.get("dev")),
                requireNonNull(all.get("ino")),
                (FileTime) requireNonNull(all.get("lastModifiedTime")),
                (FileTime) requireNonNull(all.get("ctime")));
    }

    private static Stamp ofBasic(BasicFileAttributes all) {
        return new Stamp(
                all.size(),
                all.isRegularFile(),
                0,
                String.valueOf(all.fileKey()),
                all.lastModifiedTime(),
                all.lastModifiedTime());
    }

    /** {@return whether the file is the same, and nothing of it changed} */
    boolean isSame(Stamp other) {
        return size == other.size
                && regular == other.regular
                && device == other.device
                && file.equals(other.file)
                && modified.equals(other.modified)
                && changed.equals(other.changed);
    }
}
