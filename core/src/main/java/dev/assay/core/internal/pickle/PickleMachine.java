package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteInput;
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
import dev.assay.core.model.Safety.Verdict;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one pickle the way an unpickler does, with nodes that stand for objects in place of
 * objects: nothing is imported, called or built. Opcodes and their meaning are those of CPython's
 * {@code Lib/pickle.py} and {@code pickletools.py}, protocols 0 to 5.
 */
final class PickleMachine {

    private static final int MAX_TEXT = 4096;
    private static final int SHORT_TEXT = 128;
    private static final int MAX_FREE_TEXT = 64;

    private final ByteInput in;
    private final PickleBytes payloads;
    private final Imports imports;
    private final Findings findings;
    private final Budget budget;
    private final PickleStack stack = new PickleStack();
    private final PickleMemo memo = new PickleMemo();
    private long frameEnd = -1;

    PickleMachine(
            ByteInput in, PickleBytes payloads, Imports imports, Findings findings, Budget budget) {
        this.in = in;
        this.payloads = payloads;
        this.imports = imports;
        this.findings = findings;
        this.budget = budget;
    }

    /**
     * Reads up to STOP.
     *
     * @return what would be unpickled
     * @throws PickleFault if it is broken or over a limit
     * @throws EOFException if it ends before STOP
     */
    Node run() throws IOException {
        while (true) {
            if (!budget.takeOpcode()) {
                throw PickleFault.limit("more opcodes than can be checked");
            }
            long start = in.position();
            int opcode = in.unsignedByte();
            if (opcode == '.') {
                return stack.isEmpty() ? Other.IT : stack.pop();
            }
            step(opcode, start);
            if (frameEnd >= 0) {
                checkFrame(start);
            }
        }
    }

    /** An unpickler that reads ahead sees other opcodes than one that does not (cpython#154848). */
    private void checkFrame(long start) {
        if (start >= frameEnd) {
            frameEnd = -1;
        } else if (in.position() > frameEnd) {
            findings.add(
                    Verdict.DANGEROUS,
                    "an opcode runs over the end of its frame at byte %d, where unpicklers differ"
                            .formatted(start));
            frameEnd = -1;
        }
    }

    private void step(int opcode, long start) throws IOException {
        switch (opcode) {
            // Strings and bytes.
            case 'S' -> push(text(PickleText.quoted(line())));
            case 'T' -> pushOldString(in.number(4));
            case 'U' -> pushOldString(in.number(1));
            case 'V' -> push(text(PickleText.rawUnicode(line())));
            case 'X' -> push(unicode(in.number(4)));
            case 0x8c -> push(unicode(in.number(1)));
            case 0x8d -> push(unicode(in.number(8)));
            case 'B' -> push(payloads.take(in.number(4)));
            case 'C' -> push(payloads.take(in.number(1)));
            case 0x8e, 0x96 -> push(payloads.take(in.number(8)));
            case 0x97 -> push(Other.IT);
            case 0x98 -> stack.top();
            // Numbers and constants.
            case 'I' -> push(decimal(line()));
            case 'L' -> push(decimal(line()));
            case 'F' -> push(new Scalar(PickleText.latin1(line())));
            case 'J' -> push(new Int(in.number(4) << 32 >> 32));
            case 'K' -> push(new Int(in.number(1)));
            case 'M' -> push(new Int(in.number(2)));
            case 'G' -> push(binaryFloat());
            case 0x8a -> push(longNumber(in.number(1)));
            case 0x8b -> push(longNumber(in.number(4) << 32 >> 32));
            case 'N' -> push(Other.IT);
            case 0x88 -> push(new Int(1));
            case 0x89 -> push(new Int(0));
            // Containers.
            case '(' -> stack.mark();
            case ')' -> push(new Tuple(List.of()));
            case 't' -> push(tuple(stack.popToMark()));
            case 0x85, 0x86, 0x87 -> push(tuple(popped(opcode - 0x84)));
            case ']', 0x8f -> push(new Items(new ArrayList<>(0)));
            case 'l', 0x91 -> push(list(stack.popToMark()));
            case '}' -> push(new Dict(new ArrayList<>(0), new ArrayList<>(0)));
            case 'd' -> push(dict(stack.popToMark()));
            case 'a' -> append(List.of(stack.pop()));
            case 'e', 0x90 -> append(stack.popToMark());
            case 's' -> set(popped(2));
            case 'u' -> set(stack.popToMark());
            // Stack and memo.
            case '0' -> stack.discard();
            case '1' -> stack.discardToMark();
            case '2' -> push(stack.top());
            case 'p' -> memo.put(index(line()), stack.top());
            case 'q' -> memo.put(in.number(1), stack.top());
            case 'r' -> memo.put(in.number(4), stack.top());
            case 0x94 -> memo.append(stack.top());
            case 'g' -> push(memo.get(index(line())));
            case 'h' -> push(memo.get(in.number(1)));
            case 'j' -> push(memo.get(in.number(4)));
            // What imports and calls.
            case 'c' -> push(global(name(), name()));
            case 0x93 -> push(stackGlobal(start));
            case 'i' -> instance(global(name(), name()), stack.popToMark());
            case 'o' -> object(stack.popToMark());
            case 'R', 0x81 -> {
                Node arguments = stack.pop();
                push(call(stack.pop(), arguments));
            }
            case 0x92 -> {
                stack.pop();
                Node arguments = stack.pop();
                push(call(stack.pop(), arguments));
            }
            case 'b' -> build(stack.pop());
            case 'P' -> push(new Persistent(text(PickleText.latin1(line()))));
            case 'Q' -> push(new Persistent(stack.pop()));
            case 0x82 -> push(extension(in.number(1)));
            case 0x83 -> push(extension(in.number(2)));
            case 0x84 -> push(extension(in.number(4)));
            // Framing.
            case 0x80 -> protocol(in.unsignedByte());
            case 0x95 -> frame(in.number(8), start);
            default ->
                    throw PickleFault.broken(
                            "no opcode 0x%02x, which stands at byte %d".formatted(opcode, start));
        }
    }

    private void push(Node node) throws PickleFault {
        stack.push(node);
    }

    private List<Node> popped(int count) throws PickleFault {
        Node[] nodes = new Node[count];
        for (int i = count - 1; i >= 0; i--) {
            nodes[i] = stack.pop();
        }
        return List.of(nodes);
    }

    private byte[] line() throws IOException {
        return PickleText.line(in, MAX_TEXT);
    }

    private String name() throws IOException {
        byte[] line = line();
        if (line.length > MAX_TEXT) {
            throw PickleFault.limit("a name longer than " + MAX_TEXT);
        }
        return PickleText.utf8(line);
    }

    /**
     * Long texts are dropped once there were too many; a text that is not whole imports nothing.
     */
    private Str text(String value) {
        if (value.length() > MAX_TEXT) {
            return new Str(value.substring(0, SHORT_TEXT), false);
        }
        if (value.length() > MAX_FREE_TEXT && !budget.takeText(value.length())) {
            return new Str(value.substring(0, 16), false);
        }
        return new Str(value, true);
    }

    private Str unicode(long length) throws IOException {
        if (length < 0) {
            throw new EOFException();
        }
        int kept = (int) Math.min(length, MAX_TEXT);
        Str text = text(new String(in.bytes(kept), StandardCharsets.UTF_8));
        if (length == kept) {
            payloads.scanEncoded(text.value());
            return text;
        }
        in.skip(length - kept);
        return new Str(text.value(), false);
    }

    /** Python 2's strings are bytes, and may hold a pickle. */
    private void pushOldString(long length) throws IOException {
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw PickleFault.broken("a string of negative length");
        }
        if (length > MAX_TEXT) {
            push(payloads.take(length));
            return;
        }
        byte[] bytes = in.bytes((int) length);
        payloads.scan(bytes);
        push(text(PickleText.latin1(bytes)));
    }

    private Node decimal(byte[] line) throws PickleFault {
        String digits = PickleText.latin1(line).strip();
        if (digits.endsWith("L")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        if (!digits.matches("[-+]?(0[xXoObB])?[0-9a-fA-F_]{1,5000}")) {
            throw PickleFault.broken("a number that is none");
        }
        return digits.matches("[-+]?[0-9]{1,18}")
                ? new Int(Long.parseLong(digits))
                : new Scalar(digits);
    }

    private Node binaryFloat() throws IOException {
        double value = Double.longBitsToDouble(Long.reverseBytes(in.number(8)));
        return new Scalar(Double.toString(value));
    }

    private Node longNumber(long length) throws IOException {
        if (length < 0) {
            throw PickleFault.broken("a number of negative length");
        }
        if (length > 8) {
            in.skip(length);
            return new Scalar("a number of " + length + " bytes");
        }
        if (length == 0) {
            return new Int(0);
        }
        int unused = 64 - 8 * (int) length;
        return new Int(in.number((int) length) << unused >> unused);
    }

    private static long index(byte[] line) throws PickleFault {
        String digits = PickleText.latin1(line).strip();
        if (!digits.matches("[0-9]{1,18}")) {
            throw PickleFault.broken("a memo index that is no number");
        }
        return Long.parseLong(digits);
    }

    private Node tuple(List<Node> items) {
        return budget.takeNodes(1 + items.size()) ? new Tuple(items) : Other.IT;
    }

    private Node list(List<Node> items) {
        return budget.takeNodes(1 + items.size()) ? new Items(new ArrayList<>(items)) : Other.IT;
    }

    private Node dict(List<Node> pairs) throws PickleFault {
        Dict dict = new Dict(new ArrayList<>(0), new ArrayList<>(0));
        putAll(dict, pairs);
        return dict;
    }

    private void putAll(Dict dict, List<Node> pairs) throws PickleFault {
        if (pairs.size() % 2 != 0) {
            throw PickleFault.broken("a key without its value");
        }
        if (!budget.takeNodes(pairs.size())) {
            return;
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.keys().add(pairs.get(i));
            dict.values().add(pairs.get(i + 1));
        }
    }

    private void append(List<Node> added) throws PickleFault {
        Node target = stack.top();
        if (target instanceof Global(String module, String name)) {
            changed(module, name);
        }
        if (!budget.takeNodes(added.size())) {
            return;
        }
        if (target instanceof Items(ArrayList<Node> items)) {
            items.addAll(added);
        } else if (target instanceof Call call) {
            added.forEach(call::append);
        }
    }

    private void set(List<Node> pairs) throws PickleFault {
        switch (stack.top()) {
            case Dict dict -> putAll(dict, pairs);
            case Call call -> putAll(call.entries(), pairs);
            case Global(String module, String name) -> changed(module, name);
            default -> {}
        }
    }

    private void changed(String module, String name) {
        findings.add(
                Verdict.SUSPICIOUS,
                module,
                name,
                "changes '%s %s' for everybody".formatted(module, name));
    }

    private Global global(String module, String name) {
        imports.note(module, name);
        return new Global(module, name);
    }

    private Node stackGlobal(long start) throws PickleFault {
        Node name = stack.isEmpty() ? Other.IT : stack.pop();
        Node module = stack.isEmpty() ? Other.IT : stack.pop();
        if (module instanceof Str(String itsModule, boolean wholeModule)
                && name instanceof Str(String itsName, boolean wholeName)
                && wholeModule
                && wholeName
                && !itsModule.isEmpty()
                && !itsName.isEmpty()) {
            return global(itsModule, itsName);
        }
        findings.add(
                Verdict.DANGEROUS,
                "imports by a name that only running it would tell, at byte " + start);
        return Other.IT;
    }

    private Node extension(long code) {
        findings.add(
                Verdict.DANGEROUS,
                "imports number %d of Python's extension registry, which can be anything"
                        .formatted(code));
        return Other.IT;
    }

    private void instance(Node type, List<Node> arguments) throws IOException {
        push(call(type, tuple(arguments)));
    }

    private void object(List<Node> typeAndArguments) throws IOException {
        if (typeAndArguments.isEmpty()) {
            throw PickleFault.broken("an object without its class");
        }
        List<Node> arguments = typeAndArguments.subList(1, typeAndArguments.size());
        instance(typeAndArguments.getFirst(), new ArrayList<>(arguments));
    }

    private Node call(Node callee, Node arguments) throws IOException {
        if (callee instanceof Global(String module, String name)) {
            if (name.equals("_load_from_bytes")) {
                imports.nestedCall(isRawAlone(arguments));
            } else if (module.equals("_codecs") && name.equals("encode")) {
                return encoded(arguments);
            }
        }
        return budget.takeNodes(4) ? new Call(callee, arguments) : Other.IT;
    }

    private static boolean isRawAlone(Node arguments) {
        return arguments instanceof Tuple(List<Node> items)
                && items.size() == 1
                && items.getFirst() instanceof Raw;
    }

    /** How protocol 2 writes bytes, since it has no opcode for them. */
    private Node encoded(Node arguments) throws IOException {
        if (arguments instanceof Tuple(List<Node> items)
                && !items.isEmpty()
                && items.getFirst() instanceof Str(String text, boolean whole)
                && whole) {
            payloads.scan(text.getBytes(StandardCharsets.ISO_8859_1));
            return new Raw(text.length());
        }
        return Other.IT;
    }

    private void build(Node state) throws PickleFault {
        switch (stack.top()) {
            case Call call -> call.build(state);
            case Global(String module, String name) -> changed(module, name);
            default -> {}
        }
    }

    private void protocol(int version) {
        if (version > 5) {
            findings.add(
                    Verdict.SUSPICIOUS, "protocol %d, which does not exist".formatted(version));
        }
    }

    private void frame(long length, long start) throws EOFException {
        if (frameEnd > start) {
            findings.add(
                    Verdict.DANGEROUS,
                    "a frame starts within another at byte %d, where unpicklers differ"
                            .formatted(start));
        }
        if (length < 0) {
            throw new EOFException();
        }
        frameEnd = in.position() + length;
    }
}
