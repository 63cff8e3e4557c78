package dev.assay.shell.golden;

import dev.assay.shell.render.Width;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Makes what differs from machine to machine and from run to run the same. */
final class Stable {
    private static final Pattern COLOUR = Pattern.compile("<[0-9]*>");

    private Stable() {}

    /** {@return the text with colours to be read, and without what changes} */
    static String of(String text, Path home) {
        return text.replaceAll("\u001b\\[([0-9]*)m", "<$1>")
                .replace(home.toString(), "~")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "2026-11-24 18:16")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-11-24T18:16:00Z")
                .replaceAll("(?m)program   .*$", "program   assay 0.1.0 (Java 25)")
                .replaceAll("catalog.db, \\S+, ", "catalog.db, 60K, ");
    }

    static boolean fits(String line, int width) {
        return Width.of(COLOUR.matcher(line).replaceAll("")) <= width;
    }
}
