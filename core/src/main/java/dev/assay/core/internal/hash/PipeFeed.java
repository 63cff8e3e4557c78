package dev.assay.core.internal.hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

/**
 * A stream of unknown length. Does not close it, nor reads behind its end: a terminal would wait
 * there for more.
 */
final class PipeFeed implements Feed {
    private final ReadableByteChannel channel;
    private long position;
    private boolean ended;

    PipeFeed(InputStream in) {
        this.channel = Channels.newChannel(in);
    }

    @Override
    public boolean admitted(Calls calls) {
        return true;
    }

    @Override
    public boolean fill(Ring.Block block, Calls calls) throws IOException {
        ByteBuffer into = block.memory().asByteBuffer();
        while (into.hasRemaining() && !ended) {
            ended = channel.read(into) < 0;
        }
        block.filled(position, into.position());
        position += into.position();
        return into.position() > 0;
    }

    @Override
    public void confirm(Calls calls) {}

    @Override
    public FileHashes result(HashPlan plan) {
        return Results.ok(plan.outcomesOfPipe(position), List.of(), position);
    }

    @Override
    public void close(Calls calls) {}
}
