package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.internal.pickle.Node;
import dev.assay.core.internal.pickle.PickleScanner;
import dev.assay.core.internal.pickle.PickleScanner.Pickle;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what torch.save wrote before 1.6: five pickles (a magic number, a version, the machine, the
 * object, the keys of its storages), then for each key its length and data. What follows is never
 * unpickled.
 */
final class LegacyTorchReader {

    private static final int PICKLES = 5;
    private static final int OBJECT = 3;

    private LegacyTorchReader() {}

    static Header read(ByteSource file, ContentScanner content, Findings findings)
            throws IOException {
        PickleScanner scanner =
                PickleScanner.over(file, 0, content, findings, content.pickleBudget());
        List<Pickle> pickles = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        FileState state = FileState.OK;
        while (pickles.size() < PICKLES && state == FileState.OK) {
            Pickle pickle = scanner.next();
            pickles.add(pickle);
            if (!pickle.stopped()) {
                findings.add(Verdict.UNSCANNABLE, pickle.why());
                remarks.add(pickle.why());
                state =
                        pickle.ending() == PickleScanner.Ending.CUT
                                ? FileState.TRUNCATED
                                : FileState.MALFORMED;
            }
        }
        Node object = pickles.size() > OBJECT ? pickles.get(OBJECT).root() : new Node.Int(0);
        if (state == FileState.OK) {
            state = checkStorages(file, scanner.position(), pickles, findings, remarks);
        }
        return TorchState.header(Format.TORCH_LEGACY, state, object, scanner.imports(), remarks);
    }

    private static FileState checkStorages(
            ByteSource file,
            long start,
            List<Pickle> pickles,
            Findings findings,
            List<String> remarks)
            throws IOException {
        StorageSizes sizes = StorageSizes.of(pickles.get(OBJECT).root());
        ByteInput in = new ByteInput(file.slice(start, file.size() - start).stream(), 64);
        if (!(pickles.getLast().root() instanceof Node.Items(ArrayList<Node> keys))
                || !sizes.knows(keys)) {
            return FileState.OK;
        }
        try {
            for (Node key : keys) {
                long elements = in.number(8);
                in.skip(Math.multiplyExact(elements, sizes.bytesAnElement(key)));
            }
        } catch (EOFException | ArithmeticException e) {
            remarks.add("the tensor data is cut off at byte %d".formatted(file.size()));
            return FileState.TRUNCATED;
        }
        if (in.peek() >= 0) {
            String trailing = "bytes follow the tensor data at " + (start + in.position());
            findings.add(Verdict.SUSPICIOUS, trailing);
            remarks.add(trailing);
        }
        return FileState.OK;
    }
}
