package dev.assay.shell.command.digest;

import dev.assay.shell.render.RawPath;
import dev.assay.shell.run.Host;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Bytes of a list of digests as text of one char a byte: patterns can be matched and nothing is
 * lost, since a file name on Unix is bytes and need not be UTF-8.
 *
 * @param chars each from 0 to 255
 */
record Octets(String chars) {
    static Octets of(byte[] bytes) {
        return new Octets(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    static Octets of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return chars.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return what a person reads; a byte that is no UTF-8 is lost} */
    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** {@return the name of a file that is called so in the folder of this name} */
    Octets below(Octets folder) {
        boolean whole = folder.chars.isEmpty() || folder.chars.endsWith("/");
        return new Octets(folder.chars + (whole ? "" : "/") + chars);
    }

    /** {@return the file of this name; a leading {@code ~} means the home folder} */
    Path path(Host host) {
        int plain = beforeNonAscii();
        Path folder = host.path(chars.substring(0, plain));
        return plain == chars.length()
                ? folder
                : RawPath.resolve(folder, new Octets(chars.substring(plain)).bytes());
    }

    /** {@return where the first part of the path begins that is more than ASCII} */
    private int beforeNonAscii() {
        for (int at = 0; at < chars.length(); at++) {
            if (chars.charAt(at) > '~') {
                return chars.lastIndexOf('/', at) + 1;
            }
        }
        return chars.length();
    }
}
