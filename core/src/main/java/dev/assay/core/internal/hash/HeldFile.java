package dev.assay.core.internal.hash;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.MemorySource;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/**
 * A small file that was read whole, once, for its header and its digests: both tell of the same
 * bytes. For one thread, which gives the memory back by closing it.
 */
public final class HeldFile implements AutoCloseable {
    /** The largest file that can be held, in bytes. */
    public static final int LARGEST = Blocks.SIZE;

    private final Map<HashId, HashAlgorithm> installed;
    private final OpenFile file;
    private final MemorySegment memory;
    private final Calls calls;
    private final Runnable whenClosed;

    HeldFile(
            Map<HashId, HashAlgorithm> installed,
            OpenFile file,
            MemorySegment memory,
            Calls calls,
            Runnable whenClosed) {
        this.installed = installed;
        this.file = file;
        this.memory = memory;
        this.calls = calls;
        this.whenClosed = whenClosed;
    }

    /** {@return its bytes, until it is closed} */
    public ByteSource bytes() {
        return new MemorySource(memory);
    }

    /**
     * {@return what came of the job's hashes; not of a file that is another by now}
     *
     * @param job of this file
     */
    public FileHashes hash(HashJob job) {
        long size = memory.byteSize();
        HashPlan plan = HashPlan.of(installed, job);
        List<Scope.Range> spans = plan.spans(size);
        BlockCrcs crcs = plan.blockCrcs();
        boolean whole = BlockCrcs.covers(spans, size);
        plan.update(memory, 0);
        if (size == 0) {
            plan.updateEmpty();
        }
        if (whole) {
            crcs.add(0, memory);
        }
        try {
            file.requireUnchanged(calls);
            List<Integer> blocks = whole ? crcs.of(size) : List.of();
            return Results.ok(plan.outcomes(), blocks, HashPlan.bytes(spans));
        } catch (IOException e) {
            return Results.failed(job.path(), e, 0);
        }
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
