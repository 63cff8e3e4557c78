package dev.assay.hash.blake3;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the tree above the segments. A node is joined as soon as both its children are there,
 * whatever the order, so that only the frontier is kept: a handful of nodes, not one a segment.
 */
final class Branches {
    private final Map<Node, int[]> waiting = new HashMap<>();
    private final long segments;
    private int @Nullable [] root;

    /** Node {@code index} of the level {@code height} above the segments. */
    private record Node(int height, long index) {}

    Branches(long segments) {
        this.segments = segments;
    }

    /** Adds the chaining value of a segment; the array is kept. */
    synchronized void add(long segment, int[] cv) {
        int height = 0;
        long index = segment;
        int[] value = cv;
        for (long width = segments; width > 1; width = Math.ceilDiv(width, 2)) {
            if ((index ^ 1) < width) {
                int[] sibling = waiting.remove(new Node(height, index ^ 1));
                if (sibling == null) {
                    waiting.put(new Node(height, index), value);
                    return;
                }
                value = join(index, value, sibling, width == 2 ? Spec.ROOT : 0);
            }
            height++;
            index >>= 1;
        }
        root = value;
    }

    /** {@return the words of the digest; null while segments are missing} */
    synchronized int @Nullable [] root() {
        return root;
    }

    private static int[] join(long index, int[] value, int[] sibling, int root) {
        boolean left = (index & 1) == 0;
        int[] children = new int[2 * Spec.CV];
        System.arraycopy(value, 0, children, left ? 0 : Spec.CV, Spec.CV);
        System.arraycopy(sibling, 0, children, left ? Spec.CV : 0, Spec.CV);
        int[] parent = new int[Spec.CV];
        Compression.parent(children, root, parent, 0);
        return parent;
    }
}
