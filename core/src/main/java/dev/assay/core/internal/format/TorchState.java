package dev.assay.core.internal.format;

import dev.assay.core.internal.pickle.Node;
import dev.assay.core.internal.pickle.Node.Call;
import dev.assay.core.internal.pickle.Node.Dict;
import dev.assay.core.internal.pickle.Node.Global;
import dev.assay.core.internal.pickle.Node.Int;
import dev.assay.core.internal.pickle.Node.Items;
import dev.assay.core.internal.pickle.Node.Other;
import dev.assay.core.internal.pickle.Node.Persistent;
import dev.assay.core.internal.pickle.Node.Raw;
import dev.assay.core.internal.pickle.Node.Scalar;
import dev.assay.core.internal.pickle.Node.Str;
import dev.assay.core.internal.pickle.Node.Tuple;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds the tensors in what a pickle would be: dicts, lists and modules are walked, and their keys
 * joined by dots. A module's own {@code _modules}, {@code _parameters} and {@code _buffers} leave
 * no trace in the names, as in a state dict.
 */
final class TorchState {

    private static final int MAX_STEPS = 2_000_000;
    private static final int MAX_TENSORS = 200_000;
    private static final int MAX_PATH = 1024;
    private static final int MAX_METADATA = 2000;
    private static final int MAX_LIST = 20_000;
    private static final Set<String> MODULE_PARTS = Set.of("_modules", "_parameters", "_buffers");

    private final List<Tensor> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Place> waiting = new ArrayDeque<>();
    private boolean complete = true;

    private TorchState() {}

    private record Place(String path, Node node) {}

    static Header header(
            Format format, FileState state, Node root, List<String> imports, List<String> remarks) {
        TorchState found = new TorchState();
        found.walk(root);
        List<String> all = new ArrayList<>(remarks);
        if (!found.complete) {
            all.add("it holds more than is listed here");
        }
        return new Header(
                format, state, OptionalLong.empty(), found.tensors, found.metadata, imports, all);
    }

    private void walk(Node root) {
        waiting.push(new Place("", root));
        for (int steps = 0; !waiting.isEmpty(); steps++) {
            if (steps > MAX_STEPS || tensors.size() >= MAX_TENSORS) {
                complete = false;
                return;
            }
            visit(waiting.pop());
        }
    }

    private void visit(Place place) {
        switch (place.node()) {
            case Str(String value, _) -> note(place.path(), value);
            case Int(long value) -> note(place.path(), Long.toString(value));
            case Scalar(String value) -> note(place.path(), value);
            case Dict dict -> children(place, dict);
            case Items items -> children(place, items, items.items());
            case Tuple tuple -> children(place, tuple, tuple.items());
            case Call call -> visit(place, call);
            case Raw _, Global _, Persistent _, Other _ -> {}
        }
    }

    private void note(String path, String value) {
        if (!path.isEmpty() && metadata.size() < MAX_METADATA) {
            metadata.putIfAbsent(path, value);
        }
    }

    private void children(Place place, Dict dict) {
        if (dict.keys().isEmpty() || !seen.add(dict)) {
            return;
        }
        for (int i = dict.keys().size() - 1; i >= 0; i--) {
            switch (dict.keys().get(i)) {
                case Str(String key, _) -> push(place.path(), key, dict.values().get(i));
                case Int(long key) -> push(place.path(), Long.toString(key), dict.values().get(i));
                default -> {}
            }
        }
    }

    private void children(Place place, Node container, List<Node> items) {
        if (items.isEmpty() || !seen.add(container)) {
            return;
        }
        for (int i = Math.min(items.size(), MAX_LIST) - 1; i >= 0; i--) {
            push(place.path(), Integer.toString(i), items.get(i));
        }
    }

    private void push(String path, String key, Node node) {
        String child = MODULE_PARTS.contains(key) ? path : path.isEmpty() ? key : path + "." + key;
        if (child.length() > MAX_PATH) {
            complete = false;
            return;
        }
        waiting.push(new Place(child, node));
    }

    private void visit(Place place, Call call) {
        TorchTensors.of(place.path(), call)
                .ifPresentOrElse(tensors::add, () -> children(place, call));
    }

    /** An object's state, the items set on it, and the pairs an OrderedDict was made of. */
    private void children(Place place, Call call) {
        if (!seen.add(call)) {
            return;
        }
        waiting.push(new Place(place.path(), call.state()));
        if (call.arguments() instanceof Tuple(List<Node> arguments)
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof Items(ArrayList<Node> pairs)) {
            waiting.push(new Place(place.path(), dictOf(pairs)));
        }
        if (!call.items().isEmpty()) {
            waiting.push(new Place(place.path(), new Items(new ArrayList<>(call.items()))));
        }
        waiting.push(new Place(place.path(), call.entries()));
    }

    private static Dict dictOf(List<Node> pairs) {
        Dict dict = new Dict(new ArrayList<>(), new ArrayList<>());
        for (Node pair : pairs) {
            List<Node> both =
                    switch (pair) {
                        case Tuple(List<Node> items) -> items;
                        case Items(ArrayList<Node> items) -> items;
                        default -> List.of();
                    };
            if (both.size() == 2) {
                dict.keys().add(both.getFirst());
                dict.values().add(both.getLast());
            }
        }
        return dict;
    }
}
