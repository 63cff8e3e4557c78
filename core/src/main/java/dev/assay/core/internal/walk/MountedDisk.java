package dev.assay.core.internal.walk;

import dev.assay.core.model.Disk;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells what a folder lies on: a disk with or without heads, or the far end of a line. */
public final class MountedDisk {
    private static final Set<String> NETWORK =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afs",
                    "9p",
                    "ncpfs",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "fuse.sshfs",
                    "fuse.rclone",
                    "fuse.glusterfs",
                    "davfs",
                    "afpfs",
                    "webdav");

    private MountedDisk() {}

    /** {@return what the system says of it; nothing when the folder cannot be asked} */
    public static Optional<Disk> of(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return Optional.of(
                    new Disk(
                            store.name(),
                            store.type(),
                            NETWORK.contains(store.type()),
                            spins(folder)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return whether a folder lies at the far end of a line} */
    public static boolean isOnNetwork(Path folder) {
        return of(folder).map(Disk::network).orElse(false);
    }

    /**
     * Linux tells for each block device. Virtual disks say that they spin, whatever they lie on, so
     * only the names of real ones count.
     */
    private static boolean spins(Path folder) {
        try {
            long device = (Long) Files.getAttribute(folder, "unix:dev");
            Path block = Path.of("/sys/dev/block/" + Volumes.majorMinor(device)).toRealPath();
            Path disk = Files.exists(block.resolve("queue")) ? block : block.getParent();
            return disk != null
                    && String.valueOf(disk.getFileName()).matches("[sh]d[a-z]+|md\\d+")
                    && Files.readString(disk.resolve("queue/rotational")).startsWith("1");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
