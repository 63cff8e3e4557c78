package dev.assay.core.internal.walk;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes a path as text from which it can always be opened again, whatever the locale of the
 * process that reads it.
 *
 * <p>A file name on Unix is bytes. {@link Path#toString} loses those that the locale cannot decode:
 * under {@code LC_ALL=C} even {@code héllo}. {@link Path#toUri} keeps them all, so what is not
 * plain ASCII goes through it. The text is the name in UTF-8; a byte that is not valid UTF-8, a
 * control character and the percent sign are written {@code %XX}.
 */
public final class PathText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final boolean UNIX = Path.of("/").getFileSystem().getSeparator().equals("/");

    private PathText() {}

    /** {@return the text of an absolute path} */
    public static String of(Path absolute) {
        String shown = absolute.toString();
        return UNIX && !isPlain(shown) ? fromBytes(bytes(absolute)) : shown;
    }

    /** {@return the text of the last name of an absolute path} */
    public static String nameOf(Path absolute) {
        Path name = absolute.getFileName();
        String shown = name == null ? "" : name.toString();
        if (!UNIX || isPlain(shown)) {
            return shown;
        }
        String whole = of(absolute);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /**
     * {@return the text of a name that is bytes, as on Unix}
     *
     * @param to behind its last byte
     */
    static String ofName(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isPlain((char) bytes[i])) {
                return fromBytes(Arrays.copyOfRange(bytes, from, to));
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** {@return the path of a name in a folder; for an empty name that of the folder} */
    static Path resolve(Path folder, String name) {
        if (!UNIX || isPlain(name)) {
            return folder.resolve(name);
        }
        String parent = of(folder);
        return toPath(parent.endsWith("/") ? parent + name : parent + "/" + name);
    }

    /** {@return the path beside a file whose name is the file's with this behind it} */
    public static Path beside(Path file, String ending) {
        Path name = file.getFileName();
        String shown = name == null ? "" : name.toString();
        return !UNIX || isPlain(shown)
                ? file.resolveSibling(shown + ending)
                : toPath(of(file.toAbsolutePath()) + ending);
    }

    /** {@return the folder that a path leads into; the root of a file system lies in itself} */
    public static Path folderOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** {@return the path that was written so} */
    public static Path toPath(String text) {
        return UNIX && !isPlain(text)
                ? Path.of(URI.create("file://" + escape(text)))
                : Path.of(text);
    }

    /** ASCII without controls means the same in every locale. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != '%';
    }

    /** {@return an absolute path as Unix is told it} */
    public static byte[] bytes(Path absolute) {
        String shown = absolute.toString();
        if (isPlain(shown)) {
            return shown.getBytes(StandardCharsets.ISO_8859_1);
        }
        String raw = absolute.toUri().getRawPath();
        // toUri marks what is a folder just now.
        int end = raw.length() > 1 && raw.endsWith("/") ? raw.length() - 1 : raw.length();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < end; i++) {
            if (raw.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(raw.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static String fromBytes(byte[] name) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(name);
        StringBuilder text = new StringBuilder();
        CharBuffer out = CharBuffer.allocate(name.length + 1);
        while (in.hasRemaining()) {
            var result = utf8.decode(in, out, true);
            appendVisible(text, out.flip());
            out.clear();
            for (int bad = result.isError() ? result.length() : 0; bad > 0; bad--) {
                text.append('%').append(HEX.toHexDigits(in.get()));
            }
            utf8.reset();
        }
        return text.toString();
    }

    private static void appendVisible(StringBuilder text, CharBuffer decoded) {
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c == '%' || Character.isISOControl(c)) {
                escapeInto(text, String.valueOf(c));
            } else {
                text.append(c);
            }
        }
    }

    /** Turns the text into a URI's path: what is not plain becomes escapes, escapes stay. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (c == '%' || c == '/' || isUnreserved(c)) {
                        escaped.appendCodePoint(c);
                    } else {
                        escapeInto(escaped, Character.toString(c));
                    }
                });
        return escaped.toString();
    }

    private static void escapeInto(StringBuilder text, String character) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            text.append('%').append(HEX.toHexDigits(b));
        }
    }

    private static boolean isUnreserved(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
