package dev.assay.core.internal.hash;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.hash.spi.Scope;
import java.io.IOException;
import java.util.List;

/**
 * The parts of something that can be read from any position and lies in no file system. Does not
 * close it.
 */
final class SourceFeed implements Feed {
    private static final int PIECE = 1 << 16;

    private final ByteSource source;
    private final List<Scope.Range> spans;
    private final byte[] piece = new byte[PIECE];
    private int span;
    private long position;
    private long bytesRead;

    SourceFeed(ByteSource source, List<Scope.Range> spans) {
        this.source = source;
        this.spans = spans;
        this.position = spans.isEmpty() ? 0 : spans.getFirst().offset();
    }

    @Override
    public boolean admitted(Calls calls) {
        return true;
    }

    @Override
    public boolean fill(Ring.Block block, Calls calls) throws IOException {
        while (span < spans.size() && position >= spans.get(span).end()) {
            span++;
            position = span < spans.size() ? spans.get(span).offset() : position;
        }
        if (span == spans.size()) {
            return false;
        }
        int length = (int) Math.min(block.memory().byteSize(), spans.get(span).end() - position);
        block.filled(position, length);
        copy(block, length);
        position += length;
        bytesRead += length;
        return true;
    }

    private void copy(Ring.Block block, int length) throws IOException {
        var into = block.bytes().asByteBuffer();
        for (int at = 0; at < length; ) {
            int read = source.read(position + at, piece, 0, Math.min(PIECE, length - at));
            if (read <= 0) {
                throw new IOException("it ends before the size that was told");
            }
            into.put(piece, 0, read);
            at += read;
        }
    }

    @Override
    public void confirm(Calls calls) {}

    @Override
    public FileHashes result(HashPlan plan) {
        return Results.ok(plan.outcomes(), List.of(), bytesRead);
    }

    @Override
    public void close(Calls calls) {}
}
