package dev.assay.core.internal.hash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Who may read from which disk. A spinning or network disk is read by few at a time, since its
 * heads or its line gain nothing from a second reader; others by anybody.
 */
final class Disks {
    private static final int ANYBODY = 1 << 20;

    /** Types of file systems whose files come over a line. */
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs", "webdav");

    private final Map<Long, Semaphore> permits = new ConcurrentHashMap<>();
    private final int readersPerSlowDisk;

    Disks(int readersPerSlowDisk) {
        this.readersPerSlowDisk = readersPerSlowDisk;
    }

    /** {@return the permits to read from the disk of this file} */
    Semaphore of(Path file, Stamp stamp) {
        return permits.computeIfAbsent(
                stamp.device(),
                device -> new Semaphore(isSlow(file, device) ? readersPerSlowDisk : ANYBODY, true));
    }

    private static boolean isSlow(Path file, long device) {
        return isNetwork(file) || spins(device);
    }

    private static boolean isNetwork(Path file) {
        try {
            return NETWORK.contains(Files.getFileStore(file).type());
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /**
     * Linux tells for each block device. Virtual disks say that they spin, whatever they lie on, so
     * only the names of real ones count.
     */
    private static boolean spins(long device) {
        long major = ((device >>> 8) & 0xfff) | ((device >>> 32) & ~0xfffL);
        long minor = (device & 0xff) | ((device >>> 12) & ~0xffL);
        try {
            Path block = Path.of("/sys/dev/block/" + major + ":" + minor).toRealPath();
            Path disk = Files.exists(block.resolve("queue")) ? block : block.getParent();
            return disk != null
                    && String.valueOf(disk.getFileName()).matches("[sh]d[a-z]+|md\\d+")
                    && Files.readString(disk.resolve("queue/rotational")).startsWith("1");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
