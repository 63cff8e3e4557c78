package dev.assay.core.internal.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Bytes in memory outside the heap, which must not change. */
public final class MemorySource implements ByteSource {

    private final MemorySegment memory;

    /** Makes one for as long as the memory holds these bytes. */
    public MemorySource(MemorySegment memory) {
        this.memory = memory;
    }

    @Override
    public long size() {
        return memory.byteSize();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        int there = Math.clamp(size() - position, 0, length);
        if (there > 0) {
            MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, position, into, offset, there);
        }
        return there;
    }
}
