package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ByteInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes the text forms of pickle opcodes, as Python's pickletools describes them. */
final class PickleText {

    /** An unpickler holds a line in memory, so that none is much longer than what it says. */
    private static final int MAX_LINE = 4 << 20;

    private PickleText() {}

    /**
     * Takes a line, of which only a start is kept.
     *
     * @return its bytes without the newline, at most {@code max + 1}, so that the caller can tell
     */
    static byte[] line(ByteInput in, int max) throws IOException {
        byte[] kept = new byte[32];
        int length = 0;
        long limit = in.position() + MAX_LINE;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (in.position() > limit) {
                throw PickleFault.limit("a line of more than 4 MiB");
            }
            if (length <= max) {
                if (length == kept.length) {
                    kept = Arrays.copyOf(kept, length * 2);
                }
                kept[length++] = (byte) next;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** {@return the text, or a fault if it is none} */
    static String utf8(byte[] bytes) throws PickleFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw PickleFault.broken("a name that is no UTF-8");
        }
    }

    /** STRING: in quotes, with Python's escapes. */
    static String quoted(byte[] line) throws PickleFault {
        String text = latin1(line).strip();
        int end = text.length() - 1;
        if (end < 1
                || text.charAt(0) != text.charAt(end)
                || (text.charAt(0) != '\'' && text.charAt(0) != '"')) {
            throw PickleFault.broken("a string without its quotes");
        }
        return unescaped(text.substring(1, end));
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            char next = text.charAt(at++);
            if (next != '\\' || at == text.length()) {
                out.append(next);
                continue;
            }
            char kind = text.charAt(at++);
            if (kind == 'x' && hex(text, at, 2) >= 0) {
                out.append((char) hex(text, at, 2));
                at += 2;
            } else if (kind >= '0' && kind <= '7') {
                int end = at;
                while (end < text.length() && end < at + 2 && isOctal(text.charAt(end))) {
                    end++;
                }
                out.append((char) (Integer.parseInt(text.substring(at - 1, end), 8) & 0xff));
                at = end;
            } else {
                out.append(escaped(kind));
            }
        }
        return out.toString();
    }

    private static boolean isOctal(char digit) {
        return digit >= '0' && digit <= '7';
    }

    private static String escaped(char kind) {
        return switch (kind) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '\n' -> "";
            case '\\', '\'', '"' -> String.valueOf(kind);
            default -> "\\" + kind;
        };
    }

    /** UNICODE: Python's raw-unicode-escape, where only backslash u and U count. */
    static String rawUnicode(byte[] line) {
        String text = latin1(line);
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            char next = text.charAt(at);
            int digits =
                    next != '\\' || at + 1 == text.length()
                            ? 0
                            : text.charAt(at + 1) == 'u' ? 4 : text.charAt(at + 1) == 'U' ? 8 : 0;
            int point = digits == 0 ? -1 : hex(text, at + 2, digits);
            if (point >= 0 && Character.isValidCodePoint(point)) {
                out.appendCodePoint(point);
                at += 2 + digits;
            } else {
                out.append(next);
                at++;
            }
        }
        return out.toString();
    }

    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || value >= 1 << 27) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
