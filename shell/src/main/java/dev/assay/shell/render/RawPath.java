package dev.assay.shell.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A path as the bytes the file system knows it by. A name that is not valid in the locale loses its
 * bytes in {@code toString}, but not in {@code toUri}, which escapes them.
 */
public final class RawPath {
    private static final char UNKNOWN = '\ufffd';

    private RawPath() {}

    /** {@return the bytes of this path} */
    public static byte[] bytes(Path path) {
        String text = path.toString();
        if (text.indexOf(UNKNOWN) < 0 || !path.isAbsolute()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return unescape(path.toUri().getRawPath());
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
}
