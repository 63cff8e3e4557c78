package dev.assay.shell.render;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path as the bytes the file system knows it by. A name that is not valid in the locale loses its
 * bytes in {@code toString}, but not in {@code toUri}, which escapes them.
 */
public final class RawPath {
    private static final char UNKNOWN = '\ufffd';
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final boolean UNIX = File.separatorChar == '/';

    private RawPath() {}

    /** {@return the bytes of this path} */
    public static byte[] bytes(Path path) {
        String text = path.toString();
        if (text.indexOf(UNKNOWN) < 0 || !path.isAbsolute()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return unescape(withoutMark(path.toUri().getRawPath()));
    }

    /** {@return whether its text alone tells which file it is} */
    public static boolean isText(Path path) {
        if (isSurelyText(path)) {
            return true;
        }
        byte[] bytes = bytes(path);
        return Arrays.equals(
                bytes, new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the path as text from which its bytes can be told} Of a path that is no text, a byte
     * that is not UTF-8 is {@code %XX}, and the percent sign {@code %25}, as in the catalog; every
     * other path is as it is.
     */
    public static String text(Path path) {
        return isSurelyText(path) ? path.toString() : text(path, bytes(path));
    }

    /**
     * {@return the same of a path as it is called in a folder that it lies below}
     *
     * @param folder absolute if the path is
     */
    public static String textBelow(Path folder, Path path) {
        return isSurelyText(path)
                ? folder.relativize(path).toString()
                : text(path, below(folder, path));
    }

    /** {@return the text of the last name of a path} */
    public static String name(Path path) {
        Path folder = path.getParent();
        return folder == null ? path.toString() : textBelow(folder, path);
    }

    /** Without a look at its bytes, which a relative path does not have. */
    private static boolean isSurelyText(Path path) {
        return !UNIX || path.toString().indexOf(UNKNOWN) < 0 || !path.isAbsolute();
    }

    private static String text(Path path, byte[] bytes) {
        return isText(path) ? new String(bytes, StandardCharsets.UTF_8) : visible(bytes);
    }

    private static String visible(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(3 * bytes.length);
        while (in.hasRemaining()) {
            int from = out.position();
            CoderResult result = utf8.reset().decode(in, out, true);
            String good = out.duplicate().flip().position(from).toString();
            out.position(from).put(good.replace("%", "%25"));
            for (int bad = result.isError() ? result.length() : 0; bad > 0; bad--) {
                out.put('%').put(HEX.withUpperCase().toHexDigits(in.get()));
            }
        }
        return out.flip().toString();
    }

    /**
     * {@return the bytes of a path as it is called in a folder that it lies below}
     *
     * @param folder absolute, as the path is
     */
    public static byte[] below(Path folder, Path path) {
        byte[] whole = bytes(path);
        int above = folder.getNameCount() == 0 ? 1 : bytes(folder).length + 1;
        return Arrays.copyOfRange(whole, above, whole.length);
    }

    /**
     * {@return the path of a file in a folder}
     *
     * @param name relative, as the file system knows it
     */
    public static Path resolve(Path folder, byte[] name) {
        if (!UNIX) {
            return folder.resolve(new String(name, StandardCharsets.UTF_8));
        }
        String escaped = escape(bytes(folder.toAbsolutePath())) + "/" + escape(name);
        return ofEscaped(SLASHES.matcher(escaped).replaceAll("/"));
    }

    /** {@return the path beside a file whose name is the file's with this behind it} */
    public static Path beside(Path file, String ending) {
        String name = file.getFileName() + ending;
        if (!UNIX || name.indexOf(UNKNOWN) < 0) {
            return file.resolveSibling(name);
        }
        return ofEscaped(escape(bytes(file.toAbsolutePath())) + ending);
    }

    private static Path ofEscaped(String absolute) {
        return Path.of(URI.create("file://" + absolute));
    }

    /** A URI marks with a slash what is a folder just now. */
    private static String withoutMark(String uri) {
        return uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    private static String escape(byte[] bytes) {
        StringBuilder escaped = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            if (one == '/' || Character.isLetterOrDigit(one)) {
                escaped.append((char) one);
            } else {
                escaped.append('%').append(HEX.toHexDigits(one));
            }
        }
        return escaped.toString();
    }

    private static byte[] unescape(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            char character = escaped.charAt(at);
            if (character == '%') {
                bytes.write(Integer.parseInt(escaped.substring(at + 1, at + 3), 16));
                at += 2;
            } else {
                bytes.write(character);
            }
        }
        return bytes.toByteArray();
    }

    /** Puts a path into an object of JSON, and says there when it is escaped. */
    public static void put(Map<String, @Nullable Object> json, Path path) {
        json.put("path", text(path));
        if (!isText(path)) {
            json.put("path_escaped", true);
        }
    }
}
