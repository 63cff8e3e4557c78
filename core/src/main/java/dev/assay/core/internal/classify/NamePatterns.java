package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers tensors by their names with # for numbers, as a tree of the parts of names. Files have
 * thousands of tensors and a hundred patterns, and a name mostly begins as the one before it: only
 * the parts in which it differs are looked at, and the text of a pattern is made once.
 *
 * <p>A name of a million parts, or a million different names, would take all memory: beyond limits
 * that no model comes near, the rest of a name is one part, and further names are not gathered.
 */
final class NamePatterns {
    /** Of 209 real headers the longest name has 20, of modules of an adapter. */
    private static final int MOST_PARTS = 40;

    /** Of the same headers the richest has 5,916, with 388,750 characters. */
    private static final int MOST_STARTS = 1 << 16;

    private static final int MOST_CHARACTERS = 1 << 22;

    private final char separator;
    private final Node root = new Node("");
    private final List<Node> path = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> patterns = new ArrayList<>();
    private String before = "";
    private int characters;
    private boolean hasSign;

    NamePatterns(char separator) {
        this.separator = separator;
    }

    /** The start of some names, with # for numbers. */
    private static final class Node {
        final String text;
        final Map<String, Node> children = new HashMap<>();
        int count;
        int highest = -1;
        @Nullable Tensor sample;

        Node(String text) {
            this.text = text;
        }
    }

    /** Takes what was gathered of names, one after the other. */
    interface Taker {
        /**
         * Takes a pattern.
         *
         * @param count how many tensors have it
         * @param sample the first that is not packed, or the first
         */
        void pattern(String pattern, int count, Tensor sample);

        /** Takes the start of a pattern, or a whole one. */
        void start(String start);

        /** Takes the highest number that stands behind a start, which ends with a separator. */
        void highest(String start, int number);
    }

    /** Adds a tensor. */
    void add(Tensor tensor) {
        if (nodes.size() > MOST_STARTS || characters > MOST_CHARACTERS) {
            return;
        }
        Node node = nodeOf(tensor.name());
        if (node.count++ == 0) {
            patterns.add(node);
        }
        if (node.sample == null || (isPacked(node.sample) && !isPacked(tensor))) {
            node.sample = tensor;
        }
    }

    private static boolean isPacked(Tensor tensor) {
        return tensor.dtype().equals("U8");
    }

    private Node nodeOf(String name) {
        boolean signed = name.indexOf('#') >= 0;
        hasSign |= signed;
        int start = followAsBefore(name);
        Node node = path.isEmpty() ? root : path.getLast();
        while (true) {
            int end = path.size() < MOST_PARTS - 1 ? name.indexOf(separator, start) : -1;
            node = child(node, name, start, end < 0 ? name.length() : end, signed);
            path.add(node);
            if (end < 0) {
                before = name;
                return node;
            }
            start = end + 1;
        }
    }

    /** {@return where the first part begins that is not as in the name before} */
    private int followAsBefore(String name) {
        int most = Math.min(name.length(), before.length());
        int start = 0;
        int parts = 0;
        for (int i = 0; i < most && name.charAt(i) == before.charAt(i); i++) {
            if (name.charAt(i) == separator && parts < MOST_PARTS - 1) {
                start = i + 1;
                parts++;
            }
        }
        path.subList(parts, path.size()).clear();
        return start;
    }

    private Node child(Node parent, String name, int start, int end, boolean signed) {
        int number = number(name, start, end);
        parent.highest = Math.max(parent.highest, number);
        String part = number < 0 ? name.substring(start, end) : "#";
        // A name may hold a # of its own, which must not pass for a number.
        String key = number < 0 && signed ? part.replace('#', '?') : part;
        Node known = parent.children.get(key);
        if (known != null) {
            return known;
        }
        Node made = new Node(parent == root ? key : parent.text + separator + key);
        characters += made.text.length();
        parent.children.put(key, made);
        nodes.add(made);
        return made;
    }

    /** {@return the number that is a part of a name, -1 when it is none} */
    static int number(String name, int start, int end) {
        if (start == end || end - start > 6) {
            return -1;
        }
        int value = 0;
        for (int at = start; at < end; at++) {
            char digit = name.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = 10 * value + digit - '0';
        }
        return value;
    }

    /** Hands out all that was gathered, patterns in the order in which they came. */
    void each(Taker taker) {
        for (Node node : patterns) {
            if (node.sample != null) {
                taker.pattern(node.text, node.count, node.sample);
            }
        }
        if (root.highest >= 0) {
            taker.highest("", root.highest);
        }
        for (Node node : nodes) {
            taker.start(node.text);
            if (node.highest >= 0) {
                taker.highest(node.text + separator, node.highest);
            }
        }
    }

    /** {@return whether a name holds a # of its own} */
    boolean hasSign() {
        return hasSign;
    }

    /** {@return a name with # for its numbers} */
    static String pattern(String name, char separator) {
        NamePatterns one = new NamePatterns(separator);
        return one.nodeOf(name).text;
    }
}
