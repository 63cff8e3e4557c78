package dev.assay.core.internal.walk;

import static java.util.Objects.requireNonNull;

import dev.assay.core.model.FileStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the file system about files; opens none. Safe for use from many threads; names of volumes
 * are kept, so an instance serves one job.
 */
public final class Stats {
    /** Few, since each costs time: the mode tells the kind. */
    private static final String UNIX = "unix:mode,size,lastModifiedTime,ctime,creationTime,ino,dev";

    private static final String BASIC =
            "size,lastModifiedTime,creationTime,fileKey,isRegularFile,isDirectory,isSymbolicLink";
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

    /** The bits of the mode that tell the kind, and what they are. */
    private static final int S_IFMT = 0xF000;

    private static final int S_IFREG = 0x8000;
    private static final int S_IFDIR = 0x4000;
    private static final int S_IFLNK = 0xA000;

    private final Volumes volumes = new Volumes();

    /** Makes one for a job. */
    public Stats() {}

    /** What kind of thing a name stands for. */
    enum Kind {
        FILE,
        FOLDER,
        SPECIAL,
        /** A link that is not to be followed. */
        LINK;

        /** {@return the kind that a mode tells; stat(2), inode(7)} */
        static Kind of(int mode) {
            return switch (mode & S_IFMT) {
                case S_IFREG -> FILE;
                case S_IFDIR -> FOLDER;
                case S_IFLNK -> LINK;
                default -> SPECIAL;
            };
        }
    }

    /** A name with what it stands for, links followed. */
    record Named(Kind kind, Glimpse file) {}

    /**
     * {@return what is said of the file, links followed}
     *
     * @throws IOException when there is none, or it is no regular file
     */
    public FileStat file(Path path) throws IOException {
        Named named = named(path.toAbsolutePath(), true);
        if (named.kind != Kind.FILE) {
            throw new IOException(named.kind == Kind.FOLDER ? "is a folder" : "is no regular file");
        }
        return named.file.stat();
    }

    /** {@return the volume that a folder or file lies on, when it is there and that can be told} */
    public Optional<String> volume(Path path) {
        try {
            return named(path.toAbsolutePath(), true).file.volume();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return the name of the file system with this device number} */
    Optional<String> volumeOf(long device) {
        return volumes.ofDevice(device);
    }

    Named named(Path path, boolean follow) throws IOException {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        String wanted = unix ? UNIX : BASIC;
        Attributes found = new Attributes(Files.readAttributes(path, wanted, NO_FOLLOW));
        boolean link = found.kind() == Kind.LINK;
        if (link && follow) {
            found = new Attributes(Files.readAttributes(path, wanted, FOLLOW));
        }
        return new Named(found.kind(), unix ? unix(path, found, link) : basic(path, found, link));
    }

    private Glimpse unix(Path path, Attributes found, boolean link) {
        return new Glimpse(
                PathText.folderOf(path),
                PathText.nameOf(path),
                link,
                found.number("size"),
                found.time("lastModifiedTime"),
                found.time("ctime"),
                found.time("creationTime"),
                found.number("ino"),
                Optional.empty(),
                volumes.ofDevice(found.number("dev")));
    }

    private static Glimpse basic(Path path, Attributes found, boolean link) {
        return new Glimpse(
                PathText.folderOf(path),
                PathText.nameOf(path),
                link,
                found.number("size"),
                found.time("lastModifiedTime"),
                Glimpse.UNKNOWN,
                found.time("creationTime"),
                Glimpse.UNKNOWN,
                Optional.ofNullable(found.values.get("fileKey")).map(Object::toString),
                Volumes.ofStore(path));
    }

    private record Attributes(Map<String, Object> values) {
        Kind kind() {
            return values.get("mode") instanceof Integer mode
                    ? Kind.of(mode)
                    : kind(is("isRegularFile"), is("isDirectory"), is("isSymbolicLink"));
        }

        private static Kind kind(boolean file, boolean folder, boolean link) {
            if (file) {
                return Kind.FILE;
            }
            if (link) {
                return Kind.LINK;
            }
            return folder ? Kind.FOLDER : Kind.SPECIAL;
        }

        private boolean is(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        long number(String name) {
            return (Long) requireNonNull(values.get(name));
        }

        /** Beyond the years 1677 and 2262 the first or last moment that there is a number for. */
        long time(String name) {
            return ((FileTime) requireNonNull(values.get(name))).to(TimeUnit.NANOSECONDS);
        }
    }
}
