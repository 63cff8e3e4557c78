package dev.assay.core.internal.walk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names file systems so that a name stands for the same one after a remount: by the UUID of the
 * disk, by the address of the share. Device numbers are given out anew at every mount.
 *
 * <p>What was found out is kept, so an instance serves one job and not the whole life of a process.
 */
final class Volumes {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Path BY_UUID = Path.of("/dev/disk/by-uuid");

    private final Map<Long, Optional<String>> byDevice = new HashMap<>();
    private Map<String, String> mounts = Map.of();

    /** {@return the name of the file system with this device number} */
    synchronized Optional<String> ofDevice(long device) {
        return byDevice.computeIfAbsent(
                device,
                unknown -> {
                    mounts = readMounts();
                    return Optional.ofNullable(mounts.get(majorMinor(unknown)));
                });
    }

    /**
     * {@return the name of the file system that a file lies on, where there are no device numbers}
     */
    static Optional<String> ofStore(Path file) {
        try {
            FileStore store = Files.getFileStore(file);
            return store.supportsFileAttributeView("dos")
                    ? Optional.of(store.type() + ":" + store.getAttribute("volume:vsn"))
                    : Optional.of(store.type() + ":" + store.name());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** glibc's gnu_dev_makedev, which is what stat(2) tells. */
    static long device(int major, int minor) {
        return ((major & 0xFFFL) << 8)
                | ((major & 0xFFFF_F000L) << 32)
                | (minor & 0xFFL)
                | ((minor & 0xFFFF_FF00L) << 12);
    }

    /** glibc's gnu_dev_major and gnu_dev_minor. */
    static String majorMinor(long device) {
        long major = ((device >>> 8) & 0xFFF) | ((device >>> 32) & ~0xFFFL);
        long minor = (device & 0xFF) | ((device >>> 12) & 0xFFFF_FF00L);
        return major + ":" + minor;
    }

    private static Map<String, String> readMounts() {
        Map<String, String> uuids = uuids();
        Map<String, String> names = new HashMap<>();
        try {
            for (String line :
                    Files.readAllLines(MOUNTS, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                addMount(line, uuids, names);
            }
        } catch (IOException e) {
            return Map.of();
        }
        return names;
    }

    /**
     * One line of proc_pid_mountinfo(5): {@code id parent major:minor root point ... - type
     * source}.
     */
    static void addMount(String line, Map<String, String> uuids, Map<String, String> names) {
        List<String> fields = List.of(line.split(" "));
        int dash = fields.indexOf("-");
        if (dash < 6 || fields.size() < dash + 3) {
            return;
        }
        String device = fields.get(2);
        String type = fields.get(dash + 1);
        String source = fields.get(dash + 2);
        boolean lasting =
                source.startsWith("/") || source.contains(":") || type.startsWith("fuse.");
        // A tmpfs or overlay has no name of its own; where it is mounted tells two apart.
        names.putIfAbsent(
                device,
                lasting
                        ? type + ":" + uuids.getOrDefault(source, source)
                        : type + ":" + source + "@" + fields.get(4));
    }

    private static Map<String, String> uuids() {
        Map<String, String> uuids = new HashMap<>();
        try (Stream<Path> links = Files.list(BY_UUID)) {
            for (Path link : links.toList()) {
                uuids.put(link.toRealPath().toString(), "UUID=" + link.getFileName());
            }
        } catch (IOException e) {
            return uuids;
        }
        return uuids;
    }
}
