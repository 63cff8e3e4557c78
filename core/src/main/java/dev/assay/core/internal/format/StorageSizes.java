package dev.assay.core.internal.format;

import dev.assay.core.internal.pickle.Node;
import dev.assay.core.internal.pickle.Node.Call;
import dev.assay.core.internal.pickle.Node.Dict;
import dev.assay.core.internal.pickle.Node.Global;
import dev.assay.core.internal.pickle.Node.Items;
import dev.assay.core.internal.pickle.Node.Persistent;
import dev.assay.core.internal.pickle.Node.Str;
import dev.assay.core.internal.pickle.Node.Tuple;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The storages that a pickled object refers to, by key, and how large their elements are. */
final class StorageSizes {

    private static final int MAX_STEPS = 2_000_000;

    private final Map<String, Integer> bytesByKey = new HashMap<>();

    private StorageSizes() {}

    static StorageSizes of(Node root) {
        StorageSizes sizes = new StorageSizes();
        sizes.collect(root);
        return sizes;
    }

    /** {@return whether all of these keys are known} */
    boolean knows(List<Node> keys) {
        return keys.stream()
                .allMatch(
                        key -> key instanceof Str(String text, _) && bytesByKey.containsKey(text));
    }

    int bytesAnElement(Node key) {
        return key instanceof Str(String text, _) ? bytesByKey.getOrDefault(text, 1) : 1;
    }

    private void collect(Node root) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> waiting = new ArrayDeque<>();
        waiting.push(root);
        for (int steps = 0; !waiting.isEmpty() && steps < MAX_STEPS; steps++) {
            Node node = waiting.pop();
            if (seen.add(node)) {
                follow(node).forEach(waiting::push);
            }
        }
    }

    private List<Node> follow(Node node) {
        return switch (node) {
            case Dict dict -> dict.values();
            case Items items -> items.items();
            case Tuple tuple -> tuple.items();
            case Persistent(Tuple(List<Node> id)) -> {
                note(id);
                yield List.of();
            }
            case Call call ->
                    List.of(
                            call.arguments(),
                            call.state(),
                            call.entries(),
                            new Tuple(call.items()));
            default -> List.of();
        };
    }

    private void note(List<Node> id) {
        if (id.size() >= 3
                && id.get(1) instanceof Global(_, String type)
                && id.get(2) instanceof Str(String key, _)) {
            OptionalInt bits = Dtypes.bits(Dtypes.ofTorch(type));
            if (bits.isPresent()) {
                bytesByKey.put(key, bits.getAsInt() / 8);
            }
        }
    }
}
