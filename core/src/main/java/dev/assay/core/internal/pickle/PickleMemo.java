package dev.assay.core.internal.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The memo of a pickle: dense in what picklers write, sparse in what attackers do. */
final class PickleMemo {

    private static final int MAX = 1 << 19;
    private static final int MAX_SPARSE = 1 << 12;

    private @Nullable Node[] dense = new Node[64];
    private final Map<Long, Node> sparse = new HashMap<>();
    private int used;

    void put(long index, Node node) throws PickleFault {
        if (index < 0 || index >= MAX) {
            putSparse(index, node);
            return;
        }
        int at = (int) index;
        if (at >= dense.length) {
            dense = Arrays.copyOf(dense, Math.max(at + 1, Math.min(MAX, dense.length * 2)));
        }
        if (dense[at] == null) {
            used++;
        }
        dense[at] = node;
    }

    private void putSparse(long index, Node node) throws PickleFault {
        if (sparse.put(index, node) == null) {
            used++;
        }
        if (sparse.size() > MAX_SPARSE) {
            throw PickleFault.limit("a memo of more than " + MAX);
        }
    }

    /** MEMOIZE numbers by how many there are. */
    void append(Node node) throws PickleFault {
        put(used, node);
    }

    Node get(long index) throws PickleFault {
        Node node = index >= 0 && index < dense.length ? dense[(int) index] : sparse.get(index);
        if (node == null) {
            throw PickleFault.broken("nothing is memoized under " + index);
        }
        return node;
    }
}
