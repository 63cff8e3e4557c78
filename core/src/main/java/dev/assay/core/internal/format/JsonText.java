package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A strict JSON tokenizer (RFC 8259, UTF-8 only) that holds one string at a time and no tree, for
 * headers that nobody has to be nice with. It accepts what serde_json accepts, because that is what
 * loads safetensors.
 */
final class JsonText {

    /** serde_json's own limit. */
    private static final int MAX_DEPTH = 128;

    private final ByteInput in;
    private byte[] text = new byte[256];
    private int length;
    private int maxLength;

    JsonText(ByteInput in) {
        this.in = in;
    }

    /** What is wrong, and where. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1;

        /** Whether the bytes are no UTF-8, as against UTF-8 that is no JSON of the right kind. */
        final boolean encoding;

        final String why;

        Fault(String why, boolean encoding) {
            super(why);
            this.why = why;
            this.encoding = encoding;
        }
    }

    /** {@return the next significant byte without taking it, or -1 at the end} */
    int peek() throws IOException {
        while (true) {
            int next = in.peek();
            if (next != ' ' && next != '\n' && next != '\t' && next != '\r') {
                return next;
            }
            in.read();
        }
    }

    /** {@return how many bytes were taken so far} */
    long position() {
        return in.position();
    }

    /** Takes the next significant byte if it is this one. */
    boolean take(char wanted) throws IOException {
        if (peek() != wanted) {
            return false;
        }
        in.read();
        return true;
    }

    void expect(char wanted) throws IOException {
        int found = peek();
        if (found != wanted) {
            throw unexpected(found, "'" + wanted + "'");
        }
        in.read();
    }

    /** {@return a string, cut at this many bytes} */
    String string(int maxBytes) throws IOException {
        expect('"');
        Optional<String> plain = in.plainText(maxBytes);
        if (plain.isPresent()) {
            return plain.get();
        }
        length = 0;
        maxLength = maxBytes;
        while (true) {
            int next = in.unsignedByte();
            if (next == '"') {
                return kept();
            }
            if (next == '\\') {
                escape();
            } else if (next < 0x20) {
                throw fault("a control character in a string");
            } else if (next < 0x80) {
                keep(next);
            } else {
                keepSequence(next);
            }
        }
    }

    /** {@return an unsigned 64-bit number; 2^63 and more are negative} */
    long unsignedNumber() throws IOException {
        int first = peek();
        if (first < '0' || first > '9') {
            throw unexpected(first, "a whole number");
        }
        long value = 0;
        int digits = 0;
        for (int next = first; next >= '0' && next <= '9'; next = in.peek()) {
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - (next - '0'), 10)) > 0) {
                throw fault("a number above 2^64 - 1");
            }
            value = value * 10 + (next - '0');
            digits++;
            in.read();
        }
        if (first == '0' && digits > 1) {
            throw fault("a number with leading zeros");
        }
        int after = in.peek();
        if (after == '.' || after == 'e' || after == 'E') {
            throw fault("a fraction where a whole number belongs");
        }
        return value;
    }

    /** Passes over one value of any kind, however deep up to the limit, without recursion. */
    void skipValue() throws IOException {
        boolean[] objects = new boolean[MAX_DEPTH];
        int depth = 0;
        while (true) {
            int next = peek();
            boolean opened = next == '{' || next == '[';
            if (opened) {
                if (depth == MAX_DEPTH) {
                    throw fault("nesting deeper than " + MAX_DEPTH);
                }
                objects[depth++] = next == '{';
                in.read();
            } else {
                skipScalar(next);
            }
            boolean first = opened;
            while (depth > 0 && take(objects[depth - 1] ? '}' : ']')) {
                depth--;
                first = false;
            }
            if (depth == 0) {
                return;
            }
            if (!first) {
                expect(',');
            }
            if (objects[depth - 1]) {
                string(0);
                expect(':');
            }
        }
    }

    /** Throws unless nothing but white space is left. */
    void expectEnd() throws IOException {
        int next = peek();
        if (next >= 0) {
            throw unexpected(next, "the end");
        }
    }

    Fault fault(String what) {
        return new Fault(what + " at byte " + in.position() + " of the header", false);
    }

    private IOException unexpected(int found, String wanted) {
        if (found < 0) {
            return new EOFException();
        }
        return found < 0x80
                ? fault("a " + shown(found) + " where " + wanted + " belongs")
                : new Fault("bytes that are no text at " + in.position(), true);
    }

    private static String shown(int character) {
        return character > 0x20 && character < 0x7f
                ? "'" + (char) character + "'"
                : "byte 0x%02x".formatted(character);
    }

    private void skipScalar(int first) throws IOException {
        switch (first) {
            case '"' -> string(0);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> skipNumber(first);
        }
    }

    void word(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            int next = in.unsignedByte();
            if (next != word.charAt(i)) {
                throw unexpected(next, "'" + word + "'");
            }
        }
    }

    private void skipNumber(int first) throws IOException {
        if (first == '-') {
            in.read();
        }
        int leading = in.peek();
        if (digits() > 1 && leading == '0') {
            throw fault("a number with leading zeros");
        }
        if (in.peek() == '.') {
            in.read();
            digits();
        }
        if (in.peek() == 'e' || in.peek() == 'E') {
            in.read();
            if (in.peek() == '+' || in.peek() == '-') {
                in.read();
            }
            digits();
        }
    }

    private long digits() throws IOException {
        long digits = 0;
        for (; in.peek() >= '0' && in.peek() <= '9'; digits++) {
            in.read();
        }
        if (digits == 0) {
            throw unexpected(in.peek(), "a value");
        }
        return digits;
    }

    private void escape() throws IOException {
        int kind = in.unsignedByte();
        switch (kind) {
            case '"', '\\', '/' -> keep(kind);
            case 'b' -> keep('\b');
            case 'f' -> keep('\f');
            case 'n' -> keep('\n');
            case 'r' -> keep('\r');
            case 't' -> keep('\t');
            case 'u' -> keepCodePoint(escapedCodePoint());
            default -> throw fault("an unknown escape " + shown(kind));
        }
    }

    private int escapedCodePoint() throws IOException {
        char high = hex();
        if (!Character.isSurrogate(high)) {
            return high;
        }
        if (Character.isLowSurrogate(high)
                || in.unsignedByte() != '\\'
                || in.unsignedByte() != 'u') {
            throw fault("half of a surrogate pair");
        }
        char low = hex();
        if (!Character.isLowSurrogate(low)) {
            throw fault("half of a surrogate pair");
        }
        return Character.toCodePoint(high, low);
    }

    private char hex() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(in.unsignedByte(), 16);
            if (digit < 0) {
                throw fault("an escape without four hex digits");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private void keepCodePoint(int codePoint) {
        for (byte each : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            keep(each);
        }
    }

    /** Unicode 16, table 3-7: well-formed UTF-8 byte sequences. */
    private void keepSequence(int first) throws IOException {
        int following = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        boolean good = first >= 0xc2 && first <= 0xf4;
        keep(first);
        for (int i = 0; good && i < following; i++) {
            int next = in.unsignedByte();
            good = next >= low && next <= high;
            low = 0x80;
            high = 0xbf;
            keep(next);
        }
        if (!good) {
            throw new Fault("bytes that are no UTF-8 before " + in.position(), true);
        }
    }

    private void keep(int each) {
        if (length < maxLength) {
            if (length == text.length) {
                text = Arrays.copyOf(text, Math.min(maxLength, length * 2));
            }
            text[length] = (byte) each;
        }
        length++;
    }

    private String kept() {
        int end = length > maxLength ? wholeSequences(maxLength) : length;
        String kept = new String(text, 0, end, StandardCharsets.UTF_8);
        if (text.length > 1 << 16) {
            text = new byte[256];
        }
        return kept;
    }

    /** {@return where to cut so that no sequence is torn} */
    private int wholeSequences(int end) {
        int lead = end - 1;
        while (lead > 0 && (text[lead] & 0xc0) == 0x80) {
            lead--;
        }
        if (lead < 0 || (text[lead] & 0x80) == 0) {
            return end;
        }
        int first = text[lead] & 0xff;
        int needed = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        return lead + needed > end ? lead : end;
    }
}
