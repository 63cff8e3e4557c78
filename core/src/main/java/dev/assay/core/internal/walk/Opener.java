package dev.assay.core.internal.walk;

import dev.assay.core.internal.linux.LinuxCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens folders, one after the other, in the quickest way that there is for each. */
final class Opener {
    /** Of the 500 files that it is worth to link the calls for, 20 or more each. */
    private static final long BYTES_OF_MANY_NAMES = 10_000;

    private final Stats stats;
    private LinuxEntries.@Nullable Memory memory;

    Opener(Stats stats) {
        this.stats = stats;
    }

    /** Opens a folder; the one before must be closed. */
    FolderEntries open(Path folder) throws IOException {
        return LinuxCalls.pay(folder) || (LinuxCalls.workOn(folder) && holdsMany(folder))
                ? LinuxEntries.open(folder, stats, memory())
                : new JavaEntries(folder, stats);
    }

    /**
     * As far as its file system tells: some say the bytes of the names, some how many there are.
     */
    private static boolean holdsMany(Path folder) throws IOException {
        return Files.size(folder) >= BYTES_OF_MANY_NAMES;
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
