package dev.assay.core.internal.format;

import dev.assay.core.internal.pickle.Node;
import dev.assay.core.internal.pickle.Node.Call;
import dev.assay.core.internal.pickle.Node.Global;
import dev.assay.core.internal.pickle.Node.Int;
import dev.assay.core.internal.pickle.Node.Items;
import dev.assay.core.internal.pickle.Node.Persistent;
import dev.assay.core.internal.pickle.Node.Str;
import dev.assay.core.internal.pickle.Node.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the calls that rebuild a tensor (torch/_utils.py, torch/_tensor.py), or numpy's array. */
final class TorchTensors {

    private static final int MAX_WRAPPERS = 8;

    private TorchTensors() {}

    /** {@return the tensor that this call would rebuild, if it would} */
    static Optional<Tensor> of(String name, Call call) {
        Call inner = call;
        for (int i = 0; i < MAX_WRAPPERS; i++) {
            Optional<Call> wrapped = wrapped(inner);
            if (wrapped.isEmpty()) {
                return rebuilt(name, inner);
            }
            inner = wrapped.get();
        }
        return Optional.empty();
    }

    /** A parameter holds a tensor; a subclass comes with the function and its arguments. */
    private static Optional<Call> wrapped(Call call) {
        List<Node> arguments = items(call.arguments());
        return switch (function(call)) {
            case "torch._utils _rebuild_parameter",
                    "torch._utils _rebuild_parameter_with_state",
                    "torch.nn.parameter Parameter",
                    "torch.nn.parameter Buffer" ->
                    first(arguments) instanceof Call inner ? Optional.of(inner) : Optional.empty();
            case "torch._tensor _rebuild_from_type_v2" ->
                    arguments.size() >= 3 && arguments.get(2) instanceof Tuple itsArguments
                            ? Optional.of(Call.of(arguments.getFirst(), itsArguments))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Node first(List<Node> nodes) {
        return nodes.isEmpty() ? new Int(0) : nodes.getFirst();
    }

    private static Optional<Tensor> rebuilt(String name, Call call) {
        List<Node> arguments = items(call.arguments());
        return switch (function(call)) {
            case "torch._utils _rebuild_tensor",
                    "torch._utils _rebuild_tensor_v2",
                    "torch._utils _rebuild_qtensor" ->
                    tensor(name, storageType(first(arguments)), arguments, 2);
            case "torch._utils _rebuild_tensor_v3" ->
                    tensor(name, nameOf(arguments, 6), arguments, 2);
            case "torch._utils _rebuild_meta_tensor_no_storage" ->
                    tensor(name, nameOf(arguments, 0), arguments, 1);
            case "torch._utils _rebuild_wrapper_subclass" ->
                    tensor(name, nameOf(arguments, 1), arguments, 2);
            case "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct" ->
                    array(name, items(call.state()));
            default -> Optional.empty();
        };
    }

    private static Optional<Tensor> tensor(
            String name, Optional<String> type, List<Node> arguments, int shapeAt) {
        if (arguments.size() <= shapeAt || type.isEmpty()) {
            return Optional.empty();
        }
        return shape(arguments.get(shapeAt))
                .map(shape -> new Tensor(name, Dtypes.ofTorch(type.get()), shape));
    }

    /** The state of a numpy array: version, shape, dtype, order, data. */
    private static Optional<Tensor> array(String name, List<Node> state) {
        if (state.size() < 3
                || !(state.get(2) instanceof Call dtype)
                || !(first(items(dtype.arguments())) instanceof Str(String descriptor, _))) {
            return Optional.empty();
        }
        return shape(state.get(1))
                .map(shape -> new Tensor(name, Dtypes.ofNumpy(descriptor), shape));
    }

    /** The persistent id of a storage: 'storage', its class, key, device and length. */
    private static Optional<String> storageType(Node storage) {
        return switch (storage) {
            case Persistent(Tuple(List<Node> id)) -> nameOf(id, 1);
            case Call call -> storageType(first(items(call.arguments())));
            default -> Optional.empty();
        };
    }

    private static Optional<String> nameOf(List<Node> nodes, int index) {
        return nodes.size() > index && nodes.get(index) instanceof Global(_, String name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<List<Long>> shape(Node node) {
        Node sides = node instanceof Call call ? first(items(call.arguments())) : node;
        List<Long> shape = new ArrayList<>();
        for (Node side : items(sides)) {
            if (!(side instanceof Int(long length)) || length < 0) {
                return Optional.empty();
            }
            shape.add(length);
        }
        return sides instanceof Tuple || sides instanceof Items
                ? Optional.of(shape)
                : Optional.empty();
    }

    private static List<Node> items(Node node) {
        return switch (node) {
            case Tuple(List<Node> items) -> items;
            case Items(ArrayList<Node> items) -> items;
            default -> List.of();
        };
    }

    private static String function(Call call) {
        return call.callee() instanceof Global(String module, String name)
                ? module + " " + name
                : "";
    }
}
