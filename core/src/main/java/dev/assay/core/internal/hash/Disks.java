package dev.assay.core.internal.hash;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.internal.walk.Stamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells which disk a file lies on, and which disks are slow. Safe for use by many threads. */
class Disks {
    /** Types of file systems whose files come over a line. */
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs", "webdav");

    private final Map<Long, Disk> byDevice = new ConcurrentHashMap<>();
    private final Map<Path, Disk> slowByFolder = new ConcurrentHashMap<>();
    private final Map<Object, Place> places = new ConcurrentHashMap<>();
    private final int readersPerSlowDisk;
    private final Runnable left;

    /**
     * Makes one that knows no disk yet.
     *
     * @param left told whenever a reader has left a slow disk
     */
    Disks(int readersPerSlowDisk, Runnable left) {
        this.readersPerSlowDisk = readersPerSlowDisk;
        this.left = left;
    }

    /** {@return the disk of a file that is open} */
    final Disk of(Path file, Stamp stamp) {
        Disk disk = disk(file, stamp.device());
        if (disk.isSlow()) {
            slowByFolder.put(PathText.folderOf(file), disk);
        } else {
            slowByFolder.remove(PathText.folderOf(file));
        }
        return disk;
    }

    /**
     * Finds the disk by its device. Asks the file system outside of the map's locks, since it might
     * not answer.
     */
    Disk disk(Path file, long device) {
        Disk known = byDevice.get(device);
        if (known != null) {
            return known;
        }
        Disk made = isSlow(file, device) ? Disk.slow(readersPerSlowDisk, left) : Disk.fast();
        Disk other = byDevice.putIfAbsent(device, made);
        return other == null ? made : other;
    }

    /** {@return where a file lies as far as is known without asking: its volume, or its folder} */
    final Place place(HashJob job) {
        return place(job.path(), job.volume());
    }

    /** {@return where a file lies, given its volume if that is known} */
    final Place place(Path file, Optional<String> volume) {
        Object name = volume.<Object>map(known -> known).orElseGet(() -> PathText.folderOf(file));
        return places.computeIfAbsent(name, _ -> new Place());
    }

    /** Opens a file for reading. */
    FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** {@return whether files of this folder lay on a disk that cannot be read just now} */
    boolean isTaken(Path folder) {
        Disk disk = slowByFolder.get(folder);
        return disk != null && disk.isTaken();
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
