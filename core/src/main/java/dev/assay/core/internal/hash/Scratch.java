package dev.assay.core.internal.hash;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What a thread that hashes has for itself: its calls, and memory, made when it is first needed.
 */
final class Scratch {
    private final Calls calls;
    private @Nullable MemorySegment memory;

    Scratch(Calls calls) {
        this.calls = calls;
    }

    Calls calls() {
        return calls;
    }

    MemorySegment atLeast(int size) {
        MemorySegment had = memory;
        if (had != null && had.byteSize() >= size) {
            return had;
        }
        MemorySegment made = Blocks.allocate(size);
        memory = made;
        return made;
    }
}
