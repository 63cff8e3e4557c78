package dev.assay.core.internal.walk;

import dev.assay.core.internal.linux.LinuxCalls;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens folders, one after the other, in the quickest way that there is for each. */
final class Opener {
    private final Stats stats;
    private LinuxEntries.@Nullable Memory memory;

    Opener(Stats stats) {
        this.stats = stats;
    }

    /** Opens a folder; the one before must be closed. */
    FolderEntries open(Path folder) throws IOException {
        return LinuxCalls.pay(folder)
                ? LinuxEntries.open(folder, stats, memory())
                : new JavaEntries(folder, stats);
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
