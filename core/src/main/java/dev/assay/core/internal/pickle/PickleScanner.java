package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.Damaged;
import dev.assay.core.model.Safety.Verdict;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Scans the pickles of one file, or of one member of an archive, one after the other. */
public final class PickleScanner {

    private static final int AHEAD = 1 << 13;

    private final ByteInput in;
    private final PickleBytes payloads;
    private final Imports imports;
    private final Findings findings;
    private final PickleBudget budget;

    private PickleScanner(
            ByteInput in,
            Optional<ByteSource> behind,
            int depth,
            Embedded embedded,
            Findings findings,
            PickleBudget budget) {
        this.in = in;
        this.findings = findings;
        this.budget = budget;
        this.imports = new Imports(ImportRules.shipped(), findings);
        this.payloads = new PickleBytes(in, behind, embedded, depth, findings, budget);
    }

    /** A scanner over bytes that can be read from any position. */
    public static PickleScanner over(
            ByteSource bytes,
            int depth,
            Embedded embedded,
            Findings findings,
            PickleBudget budget) {
        int ahead = Math.clamp(bytes.size(), 64, AHEAD);
        return new PickleScanner(
                new ByteInput(bytes.stream(), ahead),
                Optional.of(bytes),
                depth,
                embedded,
                findings,
                budget);
    }

    /** A scanner over bytes that come in order only. */
    public static PickleScanner over(
            InputStream bytes,
            int depth,
            Embedded embedded,
            Findings findings,
            PickleBudget budget) {
        return new PickleScanner(
                new ByteInput(bytes, AHEAD), Optional.empty(), depth, embedded, findings, budget);
    }

    /** How a pickle ended. */
    public enum Ending {
        /** With STOP. */
        STOPPED,
        /** The bytes ended first. */
        CUT,
        /** With something that no unpickler reads. */
        BROKEN,
        /** At a limit of ours. */
        LIMIT
    }

    /**
     * One pickle.
     *
     * @param ending how it ended
     * @param root what would be unpickled; nothing useful unless it stopped
     * @param why why it did not stop, in words
     */
    public record Pickle(Ending ending, Node root, String why) {
        /** {@return whether it was read to its end} */
        public boolean stopped() {
            return ending == Ending.STOPPED;
        }
    }

    /** Reads the next pickle. What it imports goes to the findings; how it ends does not. */
    public Pickle next() throws IOException {
        long start = in.position();
        budget.takePickle();
        try {
            Node root = new PickleMachine(in, payloads, imports, findings, budget).run();
            return new Pickle(Ending.STOPPED, root, "");
        } catch (PickleFault e) {
            return new Pickle(
                    e.limit ? Ending.LIMIT : Ending.BROKEN,
                    Node.Other.IT,
                    "the pickle at byte %d was not read to its end: %s".formatted(start, e.why()));
        } catch (Damaged e) {
            return new Pickle(Ending.BROKEN, Node.Other.IT, e.why());
        } catch (EOFException e) {
            return budget.endedReading()
                    ? ended(
                            Ending.LIMIT,
                            start,
                            "was not read to its end: more bytes than are read of one file")
                    : ended(Ending.CUT, start, "is cut off at byte " + in.position());
        } finally {
            imports.settle();
        }
    }

    private static Pickle ended(Ending ending, long start, String how) {
        return new Pickle(ending, Node.Other.IT, "the pickle at byte %d %s".formatted(start, how));
    }

    /** {@return how many bytes the pickles so far took} */
    public long position() {
        return in.position();
    }

    /** {@return whether nothing follows} */
    public boolean atEnd() throws IOException {
        return in.peek() < 0;
    }

    /** {@return what was imported so far, each once} */
    public List<String> imports() {
        return imports.seen();
    }

    /** {@return the worst that was found so far} */
    public Verdict verdict() {
        return findings.verdict();
    }
}
