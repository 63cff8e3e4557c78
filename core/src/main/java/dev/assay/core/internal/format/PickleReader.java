package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.internal.pickle.Node;
import dev.assay.core.internal.pickle.PickleScanner;
import dev.assay.core.internal.pickle.PickleScanner.Ending;
import dev.assay.core.internal.pickle.PickleScanner.Pickle;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a bare pickle, or several one after the other. */
final class PickleReader {

    private PickleReader() {}

    /**
     * Reads a file as pickles.
     *
     * @param announced whether its first bytes say that it is one; if not, it has to prove it by
     *     ending with STOP or by importing something
     * @return nothing if it is no pickle
     */
    static Optional<Header> read(
            ByteSource file, boolean announced, ContentScanner content, Findings findings)
            throws IOException {
        Findings inner = new Findings();
        PickleScanner scanner = PickleScanner.over(file, 0, content, inner, content.pickleBudget());
        Pickle first = scanner.next();
        if (!announced && !first.stopped() && scanner.imports().isEmpty()) {
            return Optional.empty();
        }
        findings.addAll(inner);
        List<String> remarks = new ArrayList<>();
        FileState state = FileState.OK;
        if (!first.stopped()) {
            findings.add(Verdict.UNSCANNABLE, first.why());
            remarks.add(first.why());
            state = first.ending() == Ending.CUT ? FileState.TRUNCATED : FileState.MALFORMED;
        } else {
            readFollowing(scanner, inner, findings, remarks);
        }
        Node root = first.root();
        return Optional.of(
                TorchState.header(Format.PICKLE, state, root, scanner.imports(), remarks));
    }

    /** Loaders that read on in the same file take the next pickle. */
    private static void readFollowing(
            PickleScanner scanner, Findings inner, Findings findings, List<String> remarks)
            throws IOException {
        long start = scanner.position();
        Pickle pickle = null;
        while ((pickle == null || pickle.stopped()) && !scanner.atEnd()) {
            start = scanner.position();
            pickle = scanner.next();
        }
        findings.addAll(inner);
        if (pickle != null && !pickle.stopped()) {
            String trailing = "bytes that are no pickle follow the first at byte " + start;
            findings.add(
                    pickle.ending() == Ending.LIMIT ? Verdict.UNSCANNABLE : Verdict.SUSPICIOUS,
                    trailing);
            remarks.add(trailing);
        }
    }
}
