package dev.assay.hash.blake3;

import dev.assay.hash.spi.TreeHash;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input of unknown length. The shape of the tree depends on the length, so every segment's
 * value is kept until the end: 32 bytes for each 512 KiB. The first segment is computed twice,
 * since it may turn out to be the whole input.
 */
final class Blake3PipeHasher implements TreeHash.Hasher {
    private final Kernel kernel;
    private final Map<Long, int[]> values = new HashMap<>();
    private int @Nullable [] rootOfFirst;

    Blake3PipeHasher(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void update(long index, MemorySegment bytes) {
        int[] value = subtree(index, bytes, 0);
        int @Nullable [] root = index == 0 ? subtree(index, bytes, Spec.ROOT) : null;
        synchronized (this) {
            values.put(index, value);
            rootOfFirst = index == 0 ? root : rootOfFirst;
        }
    }

    private int[] subtree(long index, MemorySegment bytes, int root) {
        int[] value = new int[Spec.CV];
        long chunk = index * (Blake3.SEGMENT / Spec.CHUNK);
        kernel.subtree(bytes, 0, bytes.byteSize(), chunk, root, value, 0);
        return value;
    }

    @Override
    public synchronized byte[] finish() {
        if (values.size() == 1) {
            return Blake3Hasher.digest(rootOfFirst);
        }
        Branches branches = new Branches(values.size());
        values.forEach(branches::add);
        return Blake3Hasher.digest(branches.root());
    }
}
