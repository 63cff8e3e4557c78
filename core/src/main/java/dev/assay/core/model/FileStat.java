package dev.assay.core.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the file system says of a file, enough to tell whether it changed.
 *
 * @param path absolute
 * @param size in bytes
 * @param modified when its bytes last changed, as the file system says
 * @param changed when its inode last changed, where the system keeps that
 * @param fileKey the inode or its like, where the system has one
 * @param volume what file system it lies on, the same after a remount, where that can be told
 */
public record FileStat(
        Path path,
        long size,
        Instant modified,
        Optional<Instant> changed,
        Optional<String> fileKey,
        Optional<String> volume) {

    /**
     * {@return whether this is the same file with the same bytes, as far as the file system tells}
     */
    public boolean unchangedFrom(FileStat earlier) {
        return path.equals(earlier.path) && sameBytesAs(earlier) && changed.equals(earlier.changed);
    }

    /**
     * {@return whether this is the earlier file under another name: a rename changes the path and
     * the time of the inode, and nothing else}
     */
    public boolean movedFrom(FileStat earlier) {
        return fileKey.isPresent() && volume.isPresent() && sameBytesAs(earlier);
    }

    private boolean sameBytesAs(FileStat earlier) {
        return size == earlier.size
                && modified.equals(earlier.modified)
                && fileKey.equals(earlier.fileKey)
                && volume.equals(earlier.volume);
    }
}
