package dev.assay.hash.blake3;

import dev.assay.hash.spi.TreeHash;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** One input: every segment is a subtree, and {@link Branches} joins them. */
final class Blake3Hasher implements TreeHash.Hasher {
    private final Kernel kernel;
    private final Branches branches;
    private final boolean single;

    Blake3Hasher(long length, Kernel kernel) {
        long segments = Math.max(1, Math.ceilDiv(length, Blake3.SEGMENT));
        this.kernel = kernel;
        this.branches = new Branches(segments);
        this.single = segments == 1;
    }

    @Override
    public void update(long index, MemorySegment bytes) {
        int[] cv = new int[Spec.CV];
        long chunk = index * (Blake3.SEGMENT / Spec.CHUNK);
        kernel.subtree(bytes, 0, bytes.byteSize(), chunk, single ? Spec.ROOT : 0, cv, 0);
        branches.add(index, cv);
    }

    @Override
    public byte[] finish() {
        return digest(branches.root());
    }

    static byte[] digest(int @Nullable [] root) {
        if (root == null) {
            throw new IllegalStateException("Not every segment was given");
        }
        ByteBuffer out = ByteBuffer.allocate(Blake3.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        out.asIntBuffer().put(root);
        return out.array();
    }
}
