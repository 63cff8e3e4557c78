package dev.assay.core.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the file system says of a file, enough to tell whether it changed.
 *
 * @param path absolute
 * @param size in bytes
 * @param modified when its bytes last changed, as the file system says; anyone can set it back
 * @param changed when its inode last changed, where the system keeps that; nobody can set it back
 * @param born when the inode was made, where the system keeps that
 * @param fileKey the inode or its like, where the system has one
 * @param volume what file system it lies on, the same after a remount, where that can be told
 * @param symbolicLink whether the last name of the path is a symbolic link; all else is said of the
 *     file it points to
 */
public record FileStat(
        Path path,
        long size,
        Instant modified,
        Optional<Instant> changed,
        Optional<Instant> born,
        Optional<String> fileKey,
        Optional<String> volume,
        boolean symbolicLink) {

    /**
     * {@return whether this is the same file with the same bytes, as far as the file system tells}
     *
     * @param earlier what was seen before
     */
    public boolean unchangedFrom(FileStat earlier) {
        return path.equals(earlier.path) && sameBytesAs(earlier) && changed.equals(earlier.changed);
    }

    /**
     * {@return whether this is the earlier file under another name: a rename changes the path and
     * the time of the inode, and nothing else; an inode that was given to a new file has a new time
     * of birth}
     *
     * @param earlier what was seen before
     */
    public boolean movedFrom(FileStat earlier) {
        return sameFileAs(earlier) && sameBytesAs(earlier) && born.equals(earlier.born);
    }

    /**
     * {@return whether both are names of one file right now}
     *
     * @param other what was seen elsewhere
     */
    public boolean sameFileAs(FileStat other) {
        return fileKey.isPresent()
                && volume.isPresent()
                && fileKey.equals(other.fileKey)
                && volume.equals(other.volume);
    }

    private boolean sameBytesAs(FileStat earlier) {
        return size == earlier.size
                && modified.equals(earlier.modified)
                && fileKey.equals(earlier.fileKey)
                && volume.equals(earlier.volume);
    }
}
