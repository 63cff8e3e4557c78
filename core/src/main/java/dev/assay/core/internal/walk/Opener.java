package dev.assay.core.internal.walk;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens folders, one after the other, in the quickest way that there is for each. */
final class Opener {
    /** Linking Linux's calls takes some 80 ms, which a walk of a few files does not win back. */
    private static final int ENTRIES_WORTH_LINKING = 250;

    private final Stats stats;
    private LinuxEntries.@Nullable Memory memory;
    private int seen;

    Opener(Stats stats) {
        this.stats = stats;
    }

    /** Opens a folder; the one before must be closed. */
    FolderEntries open(Path folder) throws IOException {
        return seen >= ENTRIES_WORTH_LINKING
                        && LinuxCalls.work()
                        && folder.getFileSystem().equals(FileSystems.getDefault())
                ? LinuxEntries.open(folder, stats, memory())
                : new JavaEntries(folder, stats);
    }

    /** Takes note of how many entries a folder had. */
    void saw(int entries) {
        seen += entries;
    }

    private LinuxEntries.Memory memory() {
        LinuxEntries.Memory known = memory;
        if (known == null) {
            known = new LinuxEntries.Memory();
            memory = known;
        }
        return known;
    }
}
