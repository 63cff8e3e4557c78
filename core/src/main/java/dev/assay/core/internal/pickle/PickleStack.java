package dev.assay.core.internal.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The stack of a pickle, with its marks. */
final class PickleStack {

    private static final int MAX = 1 << 19;

    private Node[] items = new Node[64];
    private int[] marks = new int[16];
    private int size;
    private int markCount;

    void push(Node node) throws PickleFault {
        if (size == items.length) {
            if (size >= MAX) {
                throw PickleFault.limit("a stack deeper than " + MAX);
            }
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = node;
    }

    void mark() throws PickleFault {
        if (markCount == marks.length) {
            if (markCount >= MAX) {
                throw PickleFault.limit("more than " + MAX + " marks");
            }
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = size;
    }

    Node pop() throws PickleFault {
        if (size <= floor()) {
            throw PickleFault.broken("the stack is empty");
        }
        return items[--size];
    }

    Node top() throws PickleFault {
        if (size <= floor()) {
            throw PickleFault.broken("the stack is empty");
        }
        return items[size - 1];
    }

    boolean isEmpty() {
        return size <= floor();
    }

    private int floor() {
        return markCount == 0 ? 0 : marks[markCount - 1];
    }

    /** POP takes a mark where it finds one. */
    void discard() throws PickleFault {
        if (markCount > 0 && size == floor()) {
            markCount--;
        } else {
            pop();
        }
    }

    /** {@return what lies above the last mark, which goes with it} */
    List<Node> popToMark() throws PickleFault {
        int from = dropMark();
        List<Node> above = new ArrayList<>(Arrays.asList(items).subList(from, size));
        size = from;
        return above;
    }

    /** Drops what lies above the last mark, and the mark. */
    void discardToMark() throws PickleFault {
        size = dropMark();
    }

    private int dropMark() throws PickleFault {
        if (markCount == 0) {
            throw PickleFault.broken("a mark is missing");
        }
        return marks[--markCount];
    }
}
