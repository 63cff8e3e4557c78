package dev.assay.core.internal.walk;

import static java.util.Objects.requireNonNull;

import dev.assay.core.model.FileStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the file system about files; opens none. Safe for use from many threads; names of volumes
 * are kept, so an instance serves one job.
 */
public final class Stats {
    private static final String UNIX =
            "unix:size,lastModifiedTime,ctime,creationTime,ino,dev,"
                    + "isRegularFile,isDirectory,isSymbolicLink";
    private static final String BASIC =
            "size,lastModifiedTime,creationTime,fileKey,isRegularFile,isDirectory,isSymbolicLink";
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

    private final Volumes volumes = new Volumes();

    /** Makes one for a job. */
    public Stats() {}

    /** What kind of thing a name stands for. */
    enum Kind {
        FILE,
        FOLDER,
        SPECIAL,
        /** A link that is not to be followed. */
        LINK
    }

    /** A name with what it stands for, links followed. */
    record Named(Kind kind, FileStat stat) {}

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
        return named.stat;
    }

    /** {@return the volume that a folder or file lies on, when it is there and that can be told} */
    public Optional<String> volume(Path path) {
        try {
            return named(path.toAbsolutePath(), true).stat.volume();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Named named(Path path, boolean follow) throws IOException {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        String wanted = unix ? UNIX : BASIC;
        Attributes found = new Attributes(Files.readAttributes(path, wanted, NO_FOLLOW));
        boolean link = found.is("isSymbolicLink");
        if (link && follow) {
            found = new Attributes(Files.readAttributes(path, wanted, FOLLOW));
        }
        return new Named(kind(found), unix ? unix(path, found, link) : basic(path, found, link));
    }

    private static Kind kind(Attributes found) {
        if (found.is("isRegularFile")) {
            return Kind.FILE;
        }
        if (found.is("isSymbolicLink")) {
            return Kind.LINK;
        }
        return found.is("isDirectory") ? Kind.FOLDER : Kind.SPECIAL;
    }

    private FileStat unix(Path path, Attributes found, boolean link) {
        return new FileStat(
                path,
                found.number("size"),
                found.time("lastModifiedTime"),
                Optional.of(found.time("ctime")),
                Optional.of(found.time("creationTime")),
                Optional.of(Long.toString(found.number("ino"))),
                volumes.ofDevice(found.number("dev")),
                link);
    }

    private static FileStat basic(Path path, Attributes found, boolean link) {
        return new FileStat(
                path,
                found.number("size"),
                found.time("lastModifiedTime"),
                Optional.empty(),
                Optional.of(found.time("creationTime")),
                Optional.ofNullable(found.values.get("fileKey")).map(Object::toString),
                Volumes.ofStore(path),
                link);
    }

    private record Attributes(Map<String, Object> values) {
        boolean is(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        long number(String name) {
            return (Long) requireNonNull(values.get(name));
        }

        Instant time(String name) {
            return ((FileTime) requireNonNull(values.get(name))).toInstant();
        }
    }
}
