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

    private final ByteInput in;
    private final PickleBytes payloads;
    private final Imports imports;
    private final Findings findings;
    private final PickleBudget budget;
    private final PickleStack stack = new PickleStack();
    private final PickleMemo memo = new PickleMemo();
    private final Literals literals;
    private final Assembly assembly;
    private final Frames frames;

    PickleMachine(
            ByteInput in,
            PickleBytes payloads,
            Imports imports,
            Findings findings,
            PickleBudget budget) {
        this.in = in;
        this.payloads = payloads;
        this.imports = imports;
        this.findings = findings;
        this.budget = budget;
        this.literals = new Literals(in, payloads, budget);
        this.assembly = new Assembly(findings, budget);
        this.frames = new Frames(in, findings);
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
            frames.check(start);
        }
    }

    private void step(int opcode, long start) throws IOException {
        switch (opcode) {
            // Strings and bytes.
            case 'S' -> push(literals.quoted());
            case 'T' -> push(literals.oldString(in.number(4)));
            case 'U' -> push(literals.oldString(in.number(1)));
            case 'V' -> push(literals.rawUnicode());
            case 'X' -> push(literals.unicode(in.number(4)));
            case 0x8c -> push(literals.unicode(in.number(1)));
            case 0x8d -> push(literals.unicode(in.number(8)));
            case 'B' -> push(payloads.take(in.number(4)));
            case 'C' -> push(payloads.take(in.number(1)));
            case 0x8e, 0x96 -> push(payloads.take(in.number(8)));
            case 0x97 -> push(Other.IT);
            case 0x98 -> stack.top();
            // Numbers and constants.
            case 'I', 'L' -> push(literals.decimal());
            case 'F' -> push(literals.decimalFloat());
            case 'J' -> push(new Int(in.number(4) << 32 >> 32));
            case 'K' -> push(new Int(in.number(1)));
            case 'M' -> push(new Int(in.number(2)));
            case 'G' -> push(literals.binaryFloat());
            case 0x8a -> push(literals.longNumber(in.number(1)));
            case 0x8b -> push(literals.longNumber(in.number(4) << 32 >> 32));
            case 'N' -> push(Other.IT);
            case 0x88 -> push(new Int(1));
            case 0x89 -> push(new Int(0));
            // Containers.
            case '(' -> stack.mark();
            case ')' -> push(new Tuple(List.of()));
            case 't' -> push(assembly.tuple(stack.popToMark()));
            case 0x85, 0x86, 0x87 -> push(assembly.tuple(popped(opcode - 0x84)));
            case ']', 0x8f -> push(new Items(new ArrayList<>(0)));
            case 'l', 0x91 -> push(assembly.list(stack.popToMark()));
            case '}' -> push(new Dict(new ArrayList<>(0), new ArrayList<>(0)));
            case 'd' -> push(assembly.dict(stack.popToMark()));
            case 'a' -> append(List.of(stack.pop()));
            case 'e', 0x90 -> append(stack.popToMark());
            case 's' -> set(popped(2));
            case 'u' -> set(stack.popToMark());
            // Stack and memo.
            case '0' -> stack.discard();
            case '1' -> stack.discardToMark();
            case '2' -> push(stack.top());
            case 'p' -> memo.put(literals.index(), stack.top());
            case 'q' -> memo.put(in.number(1), stack.top());
            case 'r' -> memo.put(in.number(4), stack.top());
            case 0x94 -> memo.append(stack.top());
            case 'g' -> push(memo.get(literals.index()));
            case 'h' -> push(memo.get(in.number(1)));
            case 'j' -> push(memo.get(in.number(4)));
            // What imports and calls.
            case 'c' -> push(global(literals.name(), literals.name()));
            case 0x93 -> push(stackGlobal(start));
            case 'i' -> instance(global(literals.name(), literals.name()), stack.popToMark());
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
            case 'P' -> push(new Persistent(literals.latin1()));
            case 'Q' -> push(new Persistent(stack.pop()));
            case 0x82 -> push(extension(in.number(1)));
            case 0x83 -> push(extension(in.number(2)));
            case 0x84 -> push(extension(in.number(4)));
            // Framing.
            case 0x80 -> protocol(in.unsignedByte());
            case 0x95 -> frames.open(in.number(8), start);
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

    private void append(List<Node> added) throws PickleFault {
        assembly.append(stack.top(), added);
    }

    private void set(List<Node> pairs) throws PickleFault {
        assembly.set(stack.top(), pairs);
    }

    private void build(Node state) throws PickleFault {
        assembly.build(stack.top(), state);
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
        push(call(type, assembly.tuple(arguments)));
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

    private void protocol(int version) {
        if (version > 5) {
            findings.add(
                    Verdict.SUSPICIOUS, "protocol %d, which does not exist".formatted(version));
        }
    }
}
