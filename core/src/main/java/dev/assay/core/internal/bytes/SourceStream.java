package dev.assay.core.internal.bytes;

import java.io.IOException;
import java.io.InputStream;

/** Reads a source in order. */
final class SourceStream extends InputStream {

    private final ByteSource source;
    private long position;

    SourceStream(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = source.read(position, into, offset, length);
        position += read;
        return read == 0 ? -1 : read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, source.size() - position);
        position += skipped;
        return skipped;
    }
}
