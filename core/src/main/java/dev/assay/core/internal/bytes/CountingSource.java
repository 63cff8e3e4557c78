package dev.assay.core.internal.bytes;

import java.io.IOException;

/** Counts what is read of a source. */
public final class CountingSource implements ByteSource {
    private final ByteSource source;
    private long bytesRead;

    /** Counts from nothing. */
    public CountingSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        int read = source.read(position, into, offset, length);
        bytesRead += read;
        return read;
    }

    /** {@return how many bytes were read so far, those read twice counted twice} */
    public long bytesRead() {
        return bytesRead;
    }
}
