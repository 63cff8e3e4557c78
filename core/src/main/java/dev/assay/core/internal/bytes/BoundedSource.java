package dev.assay.core.internal.bytes;

import java.io.IOException;
import java.util.function.LongPredicate;

/** A source that reads as if it ended, once no more may be read. */
public final class BoundedSource implements ByteSource {

    private final ByteSource source;
    private final LongPredicate takeBudget;

    /**
     * Makes one.
     *
     * @param takeBudget is asked before bytes are read; false ends the source
     */
    public BoundedSource(ByteSource source, LongPredicate takeBudget) {
        this.source = source;
        this.takeBudget = takeBudget;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        int there = Math.clamp(size() - position, 0, length);
        return there > 0 && takeBudget.test(there) ? source.read(position, into, offset, there) : 0;
    }
}
