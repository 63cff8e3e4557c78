package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Node.Raw;
import dev.assay.core.model.Safety.Verdict;
import java.io.EOFException;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The byte strings within a pickle: passed over, unless they look like another pickle. */
final class PickleBytes {

    private static final int MAX_KEPT = 1 << 20;
    private static final int START = 16;

    private final ByteInput in;
    private final Optional<ByteSource> behind;
    private final Embedded embedded;
    private final int depth;
    private final Findings findings;
    private final PickleBudget budget;

    /**
     * Makes one.
     *
     * @param in stands at the start of {@code behind}, if there is one
     * @param behind the same bytes, where they can be read from any position
     * @param depth of the pickle itself
     */
    PickleBytes(
            ByteInput in,
            Optional<ByteSource> behind,
            Embedded embedded,
            int depth,
            Findings findings,
            PickleBudget budget) {
        this.in = in;
        this.behind = behind;
        this.embedded = embedded;
        this.depth = depth;
        this.findings = findings;
        this.budget = budget;
    }

    /** Takes the next bytes, whose length is unsigned. */
    Node take(long length) throws IOException {
        if (length < 0) {
            throw new EOFException();
        }
        long position = in.position();
        byte[] start = in.bytes((int) Math.min(length, START));
        if (!isCandidate(start)) {
            in.skip(length - start.length);
        } else if (behind.isPresent()) {
            in.skip(length - start.length);
            scan(behind.get().slice(position, length));
        } else {
            scanCopy(start, length);
        }
        return new Raw(length);
    }

    private void scanCopy(byte[] start, long length) throws IOException {
        int kept = (int) Math.min(length, MAX_KEPT);
        byte[] copy = new byte[kept];
        System.arraycopy(start, 0, copy, 0, start.length);
        if (in.read(copy, start.length, kept - start.length) < kept - start.length) {
            throw new EOFException();
        }
        in.skip(length - kept);
        scanHeld(copy);
        if (kept < length) {
            findings.add(Verdict.UNSCANNABLE, "a pickle within, of which only 1 MiB was scanned");
        }
    }

    /** Scans bytes that are at hand, if they look like a pickle. */
    void scan(byte[] bytes) throws IOException {
        if (isCandidate(bytes)) {
            scanHeld(bytes);
        }
    }

    /** Scans a text that looks like the Base64 or hexadecimal form of a pickle. */
    void scanEncoded(String text) throws IOException {
        if (text.length() < 16 || text.length() > MAX_KEPT) {
            return;
        }
        if (text.startsWith("gA") && text.charAt(2) >= 'A' && text.charAt(2) <= 'X') {
            decodeBase64(text);
        } else if (text.startsWith("800") && text.length() % 2 == 0) {
            decodeHex(text);
        }
    }

    private void decodeBase64(String text) throws IOException {
        try {
            scan(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // It only looked like it.
        }
    }

    private void decodeHex(String text) throws IOException {
        try {
            scan(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            // It only looked like it.
        }
    }

    private void scan(ByteSource bytes) throws IOException {
        if (mayScan()) {
            embedded.scan(bytes, depth + 1, findings);
        }
    }

    private void scanHeld(byte[] bytes) throws IOException {
        if (mayScan()) {
            embedded.scanHeld(bytes, depth + 1, findings);
        }
    }

    private boolean mayScan() {
        if (depth < Embedded.MAX_DEPTH && budget.takeNestedScan()) {
            return true;
        }
        findings.add(Verdict.UNSCANNABLE, "pickles within pickles, deeper than is scanned");
        return false;
    }

    /** Any protocol, a zip, or the text that protocol 0 starts with. */
    private static boolean isCandidate(byte[] start) {
        if (start.length < 4) {
            return false;
        }
        return switch (start[0] & 0xff) {
            case 0x80 -> start[1] >= 0 && start[1] <= 5;
            case 'P' -> start[1] == 'K' && start[2] == 3 && start[3] == 4;
            case 'c' -> isNameByte(start[1]);
            case '(' -> "cdilS".indexOf(start[1]) >= 0;
            default -> false;
        };
    }

    private static boolean isNameByte(byte letter) {
        return letter == '_' || Character.isLetter(letter);
    }
}
