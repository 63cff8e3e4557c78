package dev.assay.core.internal.walk;

import static java.util.Objects.requireNonNull;

import dev.assay.core.internal.linux.LinuxCalls;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** A folder as Java reads it, on every system. */
final class JavaEntries implements FolderEntries {
    private final Stats stats;
    private final DirectoryStream<Path> stream;
    private final Iterator<Path> entries;
    private Path current;

    @SuppressWarnings("StreamResourceLeak") // closed by close()
    JavaEntries(Path folder, Stats stats) throws IOException {
        this.stats = stats;
        this.stream = Files.newDirectoryStream(folder);
        this.entries = stream.iterator();
        this.current = folder;
    }

    @Override
    public boolean next() throws IOException {
        try {
            boolean more = entries.hasNext();
            if (more) {
                current = entries.next();
            }
            return more;
        } catch (DirectoryIteratorException e) {
            throw requireNonNull(e.getCause());
        }
    }

    @Override
    public String name() {
        return PathText.nameOf(current);
    }

    @Override
    public boolean isSurelyFile() {
        return false;
    }

    @Override
    public Stats.Named look(boolean follow) throws IOException {
        LinuxCalls.askedInJava(1);
        return stats.named(current, follow);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
