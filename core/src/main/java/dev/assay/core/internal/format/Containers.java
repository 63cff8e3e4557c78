package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells a file's container by its bytes and hands it to the reader of that container. */
public final class Containers {

    /** The date of the lists that verdicts rest on. */
    public static final String RULES = "2026-11-24";

    private static final int START = 4096;

    private Containers() {}

    /**
     * Reads what a file holds. Throws only what the source throws.
     *
     * @param name the file's own name: it tells a partial download and explains what is broken, but
     *     never decides what the file is
     */
    public static Reading read(ByteSource file, String name) throws IOException {
        byte[] start = file.bytes(0, START);
        Optional<NotAModel.Finding> other = NotAModel.find(start, file.size());
        if (other.isPresent()) {
            return unscannable(
                    new Header(
                            Format.UNKNOWN,
                            other.get().state(),
                            java.util.OptionalLong.empty(),
                            List.of(),
                            other.get().metadata(),
                            List.of(),
                            List.of(other.get().why())));
        }
        if (GgufReader.matches(start)) {
            return structured(GgufReader.read(file));
        }
        if (SafetensorsReader.matches(start, file.size())) {
            return structured(SafetensorsReader.read(file));
        }
        return unscannable(NotAModel.header(Format.UNKNOWN, FileState.OK, List.of()));
    }

    /** A format without code in it is clean when it is whole. */
    private static Reading structured(Header header) {
        Findings findings = new Findings();
        if (header.state() != FileState.OK) {
            findings.add(
                    Verdict.UNSCANNABLE, "not read to the end: " + header.remarks().getFirst());
        }
        return new Reading(header, findings.safety(RULES));
    }

    private static Reading unscannable(Header header) {
        Findings findings = new Findings();
        findings.add(Verdict.UNSCANNABLE, "no container that is known here");
        return new Reading(header, findings.safety(RULES));
    }
}
