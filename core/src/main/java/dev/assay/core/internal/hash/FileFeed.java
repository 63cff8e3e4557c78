package dev.assay.core.internal.hash;

import dev.assay.core.internal.hash.Disk.Permit;
import dev.assay.hash.spi.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a file that somebody reads, block by block. */
final class FileFeed implements Feed {
    private static final long PATIENCE_MS = 100;

    private final OpenFile file;
    private final List<Scope.Range> spans;
    private final Disk disk;
    private final Place place;
    private final BlockCrcs crcs;
    private final boolean whole;
    private @Nullable Permit permit;
    private int span;
    private long position;
    private long bytesRead;

    FileFeed(OpenFile file, HashPlan plan, Disk disk, Place place) {
        this.file = file;
        this.spans = plan.spans(file.stamp().size());
        this.crcs = plan.blockCrcs();
        this.disk = disk;
        this.place = place;
        this.whole = BlockCrcs.covers(spans, file.stamp().size());
        this.position = spans.isEmpty() ? 0 : spans.getFirst().offset();
    }

    @Override
    public boolean admitted(Calls calls) throws IOException, InterruptedException {
        place.requireAlive();
        calls.at(place, file.path());
        Optional<Permit> given = disk.tryAcquire(PATIENCE_MS);
        given.ifPresent(calls::hold);
        permit = given.orElse(null);
        return given.isPresent();
    }

    @Override
    public boolean fill(Ring.Block block, Calls calls) throws IOException {
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
        file.read(calls, block.bytes().asByteBuffer(), position);
        if (whole) {
            crcs.add(position, block.bytes());
        }
        position += length;
        bytesRead += length;
        return true;
    }

    @Override
    public void confirm(Calls calls) throws IOException {
        file.requireUnchanged(calls);
    }

    @Override
    public FileHashes result(HashPlan plan) {
        return Results.ok(
                plan.outcomes(), whole ? crcs.of(file.stamp().size()) : List.of(), bytesRead);
    }

    private void leaveDisk() {
        Permit held = permit;
        if (held != null) {
            held.release();
        }
    }

    @Override
    public void close(Calls calls) throws IOException {
        leaveDisk();
        calls.close(file);
    }
}
