package dev.assay.core.internal.hash;

import dev.assay.core.internal.hash.Sweep.Result;
import dev.assay.hash.spi.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * A small file, or a few ranges of a large one, read and hashed by one worker on its own: for these
 * handing blocks around costs more than it brings. Whoever runs it has the disk to read from, and
 * is told when all is read: the next may read while this is hashed.
 */
final class Errand {
    /** From how many bytes on all workers take part. */
    static final long LIMIT = 8L << 20;

    private final HashPlan plan;
    private final OpenFile file;
    private final BooleanSupplier cancelled;
    private final LongConsumer progress;
    private final BlockCrcs crcs;
    private final Runnable whenRead;
    private boolean read;
    private long bytesRead;

    /**
     * Makes one that has read nothing.
     *
     * @param whenRead told once, when nothing more will be read
     */
    Errand(
            HashPlan plan,
            OpenFile file,
            BooleanSupplier cancelled,
            LongConsumer progress,
            Runnable whenRead) {
        this.plan = plan;
        this.crcs = plan.blockCrcs();
        this.file = file;
        this.cancelled = cancelled;
        this.progress = progress;
        this.whenRead = whenRead;
    }

    /** {@return what came of it; the file is closed then} */
    Result run(Scratch scratch) {
        Calls calls = scratch.calls();
        long size = file.stamp().size();
        List<Scope.Range> spans = plan.spans(size);
        boolean whole = BlockCrcs.covers(spans, size);
        try (Closeable _ = () -> calls.close(file)) {
            for (Scope.Range span : spans) {
                take(span, span.equals(spans.getLast()), whole, scratch);
            }
            if (size == 0) {
                plan.updateEmpty();
            }
            file.requireUnchanged(calls);
            return new Result(
                    Results.ok(plan.outcomes(), whole ? crcs.of(size) : List.of(), bytesRead),
                    null);
        } catch (IOException e) {
            return new Result(null, e);
        } finally {
            tellRead();
        }
    }

    private void tellRead() {
        if (!read) {
            read = true;
            whenRead.run();
        }
    }

    private void take(Scope.Range span, boolean last, boolean whole, Scratch scratch)
            throws IOException {
        int most = Blocks.sizeFor(plan.parts());
        for (long at = span.offset(); at < span.end(); at += most) {
            int length = (int) Math.min(most, span.end() - at);
            if (cancelled.getAsBoolean()) {
                throw new IOException("cancelled");
            }
            MemorySegment block = scratch.atLeast(most).asSlice(0, length);
            file.read(scratch.calls(), block.asByteBuffer(), at);
            if (last && at + length == span.end()) {
                tellRead();
            }
            if (whole) {
                crcs.add(at, block);
            }
            plan.update(block, at);
            bytesRead += length;
            progress.accept(length);
        }
    }
}
