package dev.assay.core.internal.pickle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a pickle would be, without being it. Nodes may be shared and may form cycles, so
 * whoever walks them keeps a bound.
 */
public sealed interface Node {

    /** A constant text, perhaps only its start. */
    record Str(String value, boolean whole) implements Node {}

    /** A constant whole number that fits 64 bits, or a truth value as 0 and 1. */
    record Int(long value) implements Node {}

    /** A constant that is no text and no whole number, kept as it is written. */
    record Scalar(String text) implements Node {}

    /** Bytes; their content was scanned already. */
    record Raw(long length) implements Node {}

    /** Something imported. */
    record Global(String module, String name) implements Node {}

    /** A tuple. */
    record Tuple(List<Node> items) implements Node {}

    /** A list, a set or a frozen set. */
    record Items(ArrayList<Node> items) implements Node {}

    /** A dict, entries in order, equal keys not merged. */
    record Dict(ArrayList<Node> keys, ArrayList<Node> values) implements Node {}

    /** What a persistent id stands for. */
    record Persistent(Node id) implements Node {}

    /** Anything else, or what is over the limit of what is kept. */
    record Other() implements Node {
        /** There is but one. */
        static final Other IT = new Other();
    }

    /** The result of a call that is never made. */
    final class Call implements Node {
        private final Node callee;
        private final Node arguments;
        private @Nullable Dict entries;
        private @Nullable ArrayList<Node> items;
        private Node state = Other.IT;

        Call(Node callee, Node arguments) {
            this.callee = callee;
            this.arguments = arguments;
        }

        /** {@return the call of that with those} */
        public static Call of(Node callee, Node arguments) {
            return new Call(callee, arguments);
        }

        /** {@return what would be called} */
        public Node callee() {
            return callee;
        }

        /** {@return its arguments, a tuple if the pickle is sound} */
        public Node arguments() {
            return arguments;
        }

        /** {@return what would be set by index afterwards, as in an OrderedDict} */
        public Dict entries() {
            if (entries == null) {
                entries = new Dict(new ArrayList<>(0), new ArrayList<>(0));
            }
            return entries;
        }

        /** {@return what would be appended afterwards} */
        public List<Node> items() {
            return items == null ? List.of() : items;
        }

        /** {@return what BUILD would set as the object's state} */
        public Node state() {
            return state;
        }

        void build(Node newState) {
            state = newState;
        }

        void append(Node item) {
            if (items == null) {
                items = new ArrayList<>(1);
            }
            items.add(item);
        }
    }
}
