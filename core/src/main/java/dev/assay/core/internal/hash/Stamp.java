package dev.assay.core.internal.hash;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * What tells that a file is still the one it was, bytes included.
 *
 * @param size in bytes
 * @param regular whether it is a regular file
 * @param device the number of the device it lies on; 0 where the system has none
 * @param rest times and inode, as far as the file system has them
 */
record Stamp(long size, boolean regular, long device, Map<String, Object> rest) {
    private static final String UNIX = "unix:size,lastModifiedTime,ctime,fileKey,dev,isRegularFile";

    static Stamp of(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ofUnix(Files.readAttributes(file, UNIX))
                : ofBasic(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static Stamp ofUnix(Map<String, Object> all) {
        return new Stamp(
                (Long) requireNonNull(all.get("size")),
                (Boolean) requireNonNull(all.get("isRegularFile")),
                (Long) requireNonNull(all.get("dev")),
                all);
    }

    private static Stamp ofBasic(BasicFileAttributes all) {
        Map<String, Object> rest =
                Map.of(
                        "lastModifiedTime", all.lastModifiedTime(),
                        "fileKey", String.valueOf(all.fileKey()));
        return new Stamp(all.size(), all.isRegularFile(), 0, rest);
    }
}
