package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.pickle.Node.Int;
import dev.assay.core.internal.pickle.Node.Scalar;
import dev.assay.core.internal.pickle.Node.Str;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The texts, byte strings and numbers that stand within a pickle's opcodes. */
final class Literals {

    private static final int MAX_TEXT = 4096;
    private static final int SHORT_TEXT = 128;
    private static final int MAX_FREE_TEXT = 64;

    private final ByteInput in;
    private final PickleBytes payloads;
    private final PickleBudget budget;

    Literals(ByteInput in, PickleBytes payloads, PickleBudget budget) {
        this.in = in;
        this.payloads = payloads;
        this.budget = budget;
    }

    private byte[] line() throws IOException {
        return PickleText.line(in, MAX_TEXT);
    }

    /** {@return the rest of the line, whole} */
    String name() throws IOException {
        byte[] line = line();
        if (line.length > MAX_TEXT) {
            throw PickleFault.limit("a name longer than " + MAX_TEXT);
        }
        if (!budget.takeShortText(line.length)) {
            throw tooManyTexts();
        }
        return PickleText.utf8(line);
    }

    private static PickleFault tooManyTexts() {
        return PickleFault.limit("more texts than are held in memory");
    }

    Str quoted() throws IOException {
        return text(PickleText.quoted(line()));
    }

    Str rawUnicode() throws IOException {
        return text(PickleText.rawUnicode(line()));
    }

    Str latin1() throws IOException {
        return text(PickleText.latin1(line()));
    }

    /**
     * Long texts are dropped once there were too many; a text that is not whole imports nothing.
     */
    private Str text(String value) throws PickleFault {
        if (value.length() > MAX_TEXT) {
            return new Str(value.substring(0, SHORT_TEXT), false);
        }
        if (value.length() > MAX_FREE_TEXT && !budget.takeText(value.length())) {
            return new Str(value.substring(0, 16), false);
        }
        if (value.length() <= MAX_FREE_TEXT && !budget.takeShortText(value.length())) {
            throw tooManyTexts();
        }
        return new Str(value, true);
    }

    /** A number that is kept as it is written, if that is not too long. */
    private Scalar scalar(String digits) throws PickleFault {
        String kept = digits.substring(0, Math.min(digits.length(), MAX_FREE_TEXT));
        if (!budget.takeShortText(kept.length())) {
            throw tooManyTexts();
        }
        return new Scalar(kept);
    }

    /** {@return the next text of that many bytes of UTF-8} */
    Str unicode(long length) throws IOException {
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
    Node oldString(long length) throws IOException {
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw PickleFault.broken("a string of negative length");
        }
        if (length > MAX_TEXT) {
            return payloads.take(length);
        }
        byte[] bytes = in.bytes((int) length);
        payloads.scan(bytes);
        return text(PickleText.latin1(bytes));
    }

    Node decimal() throws IOException {
        String digits = PickleText.latin1(line()).strip();
        if (digits.endsWith("L")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        if (!digits.matches("[-+]?(0[xXoObB])?[0-9a-fA-F_]{1,5000}")) {
            throw PickleFault.broken("a number that is none");
        }
        return digits.matches("[-+]?[0-9]{1,18}")
                ? new Int(Long.parseLong(digits))
                : scalar(digits);
    }

    Node decimalFloat() throws IOException {
        return scalar(PickleText.latin1(line()));
    }

    Node binaryFloat() throws IOException {
        double value = Double.longBitsToDouble(Long.reverseBytes(in.number(8)));
        return new Scalar(Double.toString(value));
    }

    Node longNumber(long length) throws IOException {
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

    /** {@return the memo index that the rest of the line is} */
    long index() throws IOException {
        String digits = PickleText.latin1(line()).strip();
        if (!digits.matches("[0-9]{1,18}")) {
            throw PickleFault.broken("a memo index that is no number");
        }
        return Long.parseLong(digits);
    }
}
