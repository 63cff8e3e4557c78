package dev.assay.shell.command.digest;

import dev.assay.hash.spi.HashId;
import dev.assay.shell.view.HashNames;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a file of checksums, as GNU coreutils 9 writes and reads them: {@code digest name} or
 * {@code NAME (name) = digest}, with a backslash in front when the name holds one or a line break.
 *
 * @param hash the recipe, when the line tells it
 * @param hex the digest
 * @param name the file
 */
record HashLine(Optional<HashId> hash, String hex, Octets name) {
    /** What a digest without a tag is, by its length: only what coreutils and CivitAI use. */
    private static final Map<Integer, String> BY_LENGTH =
            Map.of(
                    64, "sha256", 128, "sha512", 40, "sha1", 32, "md5", 12, "autov3", 10, "autov2",
                    8, "crc32");

    /**
     * How lines are written.
     *
     * @param tagged as BSD does
     * @param zero with NUL at the end and nothing escaped
     */
    record Form(boolean tagged, boolean zero) {}

    /** {@return the line as written, its end included} */
    static Octets write(Form form, String tag, HashId id, String hex, Octets name) {
        String shown = HashNames.hex(id, hex);
        boolean escape = !form.zero() && needsEscape(name.chars());
        String safe = escape ? escape(name.chars()) : name.chars();
        String line = form.tagged() ? tag + " (" + safe + ") = " + shown : shown + "  " + safe;
        return new Octets((escape ? "\\" : "") + line + (form.zero() ? "\0" : "\n"));
    }

    /**
     * {@return the recipe: what the line says, else what the user said, else by length; none when
     * its digests have another length}
     *
     * @param digits how long the digests of each recipe are, where that is known
     */
    Optional<HashId> recipe(Optional<HashId> asked, Map<HashId, Integer> digits) {
        return hash.or(() -> asked)
                .or(() -> Optional.ofNullable(BY_LENGTH.get(hex.length())).map(HashId::of))
                .filter(id -> digits.getOrDefault(id, hex.length()) == hex.length());
    }

    static boolean needsEscape(String name) {
        return name.chars().anyMatch(c -> c == '\\' || c == '\n' || c == '\r');
    }

    static String escape(String name) {
        return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** {@return the name as a line of its own begins with it, marked when something is escaped} */
    static Octets shown(Octets name) {
        return needsEscape(name.chars()) ? new Octets("\\" + escape(name.chars())) : name;
    }

    static String unescape(String written) {
        StringBuilder name = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            if (character == '\\' && at + 1 < written.length()) {
                at++;
                name.append(
                        switch (written.charAt(at)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> written.charAt(at);
                        });
            } else {
                name.append(character);
            }
        }
        return name.toString();
    }
}
