package dev.assay.core.internal.walk;

import dev.assay.core.model.FileStat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as a walk saw it, in plain numbers: most files are as they were, and of those nobody wants
 * more. Times are nanoseconds since 1970.
 *
 * @param folder that it lies in, absolute; the root of a file system lies in itself
 * @param name its name in it, as {@link PathText} writes it; empty for the root of a file system
 * @param link whether the name is a symbolic link; all else is said of its target
 * @param size in bytes
 * @param modified when its bytes last changed
 * @param changed when its inode last changed; {@link #UNKNOWN} where the system does not say
 * @param born when its inode was made
 * @param inode its number; {@link #UNKNOWN} where the system has none, or none that is a number
 * @param key what stands for the inode where that is no number
 * @param volume the name of the file system, as in {@link FileStat}
 */
public record Glimpse(
        Path folder,
        String name,
        boolean link,
        long size,
        long modified,
        long changed,
        long born,
        long inode,
        Optional<String> key,
        Optional<String> volume) {
    /** Stands for a number that the system does not tell. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000;

    /** {@return folder and name together} */
    public Path path() {
        return PathText.resolve(folder, name);
    }

    /** {@return the same in the words of the catalog} */
    public FileStat stat() {
        return new FileStat(
                path(),
                size,
                instant(modified),
                changed == UNKNOWN ? Optional.empty() : Optional.of(instant(changed)),
                Optional.of(instant(born)),
                inode == UNKNOWN ? key : Optional.of(Long.toString(inode)),
                volume,
                link);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
