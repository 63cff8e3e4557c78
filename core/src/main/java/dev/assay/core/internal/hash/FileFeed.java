package dev.assay.core.internal.hash;

import dev.assay.hash.spi.Scope;
import java.io.IOException;
import java.util.List;

/** The parts of a file that somebody reads, block by block. */
final class FileFeed implements Feed {
    private static final long PATIENCE_MS = 100;

    private final OpenFile file;
    private final List<Scope.Range> spans;
    private final Disk disk;
    private final BlockCrcs crcs;
    private final boolean whole;
    private boolean holdsDisk;
    private int span;
    private long position;
    private long bytesRead;

    FileFeed(OpenFile file, HashPlan plan, Disk disk) {
        this.file = file;
        this.spans = plan.spans(file.stamp().size());
        this.crcs = plan.blockCrcs();
        this.disk = disk;
        this.whole = BlockCrcs.covers(spans, file.stamp().size());
        this.position = spans.isEmpty() ? 0 : spans.getFirst().offset();
    }

    @Override
    public boolean admitted() throws InterruptedException {
        holdsDisk = disk.tryAcquire(PATIENCE_MS);
        return holdsDisk;
    }

    @Override
    public boolean fill(Ring.Block block) throws IOException {
        while (span < spans.size() && position >= spans.get(span).end()) {
            span++;
            position = span < spans.size() ? spans.get(span).offset() : position;
        }
        if (span == spans.size()) {
            leaveDisk();
            return false;
        }
        int length = (int) Math.min(block.memory().byteSize(), spans.get(span).end() - position);
        block.filled(position, length);
        file.read(block.bytes().asByteBuffer(), position);
        if (whole) {
            crcs.add(position, block.bytes());
        }
        position += length;
        bytesRead += length;
        return true;
    }

    @Override
    public FileHashes result(HashPlan plan) throws IOException {
        file.requireUnchanged();
        return Results.ok(
                plan.outcomes(), whole ? crcs.of(file.stamp().size()) : List.of(), bytesRead);
    }

    private void leaveDisk() {
        if (holdsDisk) {
            holdsDisk = false;
            disk.release();
        }
    }

    @Override
    public void close() throws IOException {
        leaveDisk();
        file.close();
    }
}
