package dev.assay.core.internal.hash;

import dev.assay.core.internal.walk.Stamp;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file open for hashing, that knows when it is not the same any more. Safe for many threads. */
final class OpenFile implements Closeable {
    private final Path path;
    private final Stamp stamp;
    private final FileChannel channel;
    private final Pace pace = new Pace();
    private volatile PageCache.@Nullable Guest guest;

    private OpenFile(Path path, Stamp stamp, FileChannel channel) {
        this.path = path;
        this.stamp = stamp;
        this.channel = channel;
    }

    /**
     * Opens a file.
     *
     * @param size what it is expected to have
     * @throws ChangedException when it has another size
     */
    static OpenFile open(Calls calls, Disks disks, Path path, long size) throws IOException {
        Stamp stamp = calls.ask(() -> Stamp.of(path));
        if (!stamp.regular()) {
            throw new IOException("not a regular file");
        }
        if (stamp.size() != size) {
            throw new ChangedException();
        }
        // What is opened too late is closed by the collector.
        return new OpenFile(path, stamp, calls.ask(() -> disks.open(path)));
    }

    /** Leaves the page cache as it was; for a large file of a run that would fill it. */
    void leaveNoTrace(Calls calls) throws IOException {
        guest = calls.ask(() -> PageCache.guest(path, channel)).orElse(null);
    }

    Path path() {
        return path;
    }

    Stamp stamp() {
        return stamp;
    }

    /**
     * Fills the buffer with the bytes from {@code position}.
     *
     * @throws ChangedException when the file ends before
     */
    void read(Calls calls, ByteBuffer into, long position) throws IOException {
        long at = position;
        int end = into.limit();
        while (into.position() < end) {
            into.limit(Math.min(end, into.position() + pace.piece()));
            int count = readPiece(calls, into, at);
            if (count < 0) {
                throw new ChangedException();
            }
            at += count;
        }
        PageCache.Guest told = guest;
        if (told != null) {
            told.read(at);
        }
    }

    private int readPiece(Calls calls, ByteBuffer into, long at) throws IOException {
        long begun = System.nanoTime();
        int count = calls.ask(() -> channel.read(into, at));
        pace.took(count, System.nanoTime() - begun);
        return count;
    }

    /**
     * Makes sure that the file is still what it was when it was opened.
     *
     * @throws ChangedException when it is not, or is gone
     */
    void requireUnchanged(Calls calls) throws IOException {
        try {
            if (!calls.ask(() -> Stamp.of(path)).isSame(stamp)) {
                throw new ChangedException();
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ChangedException();
        }
    }

    /** Waits for the file system and for everybody who reads; see {@link Calls#close}. */
    @Override
    public void close() throws IOException {
        PageCache.Guest told = guest;
        guest = null;
        if (told != null) {
            told.close();
        }
        channel.close();
    }

    /** The file is being written to, replaced or cut. */
    static final class ChangedException extends IOException {
        private static final long serialVersionUID = 1;

        ChangedException() {
            super("the file changed while it was read");
        }
    }
}
