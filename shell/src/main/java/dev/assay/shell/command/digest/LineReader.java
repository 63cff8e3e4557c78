package dev.assay.shell.command.digest;

import dev.assay.hash.spi.HashId;
import dev.assay.shell.view.HashNames;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one list as {@code sha256sum -c} does: blanks before a line are passed over,
 * and what stands between digest and name is the same on every line of a list.
 */
final class LineReader {
    /** Without {@code DOTALL} a byte 0x85, as in the UTF-8 of an Å, would end the line. */
    private static final Pattern PLAIN =
            Pattern.compile("[ \t]*(\\\\?)([0-9A-Fa-f]{8,})[ \t](.+)", Pattern.DOTALL);

    private static final Pattern TAGGED =
            Pattern.compile(
                    "[ \t]*(\\\\?)([A-Za-z0-9/-]+)[ \t]*\\((.+)\\)[ \t]*=[ \t]*([0-9A-Fa-f]{8,})",
                    Pattern.DOTALL);

    private final TagNames tags;

    /**
     * Whether one blank alone stands before names, as BSD's {@code -r} writes it; not known before
     * the first line. Were it judged line by line, a name that begins with a blank could be read as
     * another.
     */
    private @Nullable Boolean single;

    LineReader(HashNames names) {
        this.tags = new TagNames(names);
    }

    /** {@return what the line says, if it is one} */
    Optional<HashLine> read(Octets line) {
        Matcher tagged = TAGGED.matcher(line.chars());
        if (tagged.matches()) {
            return tags.find(tagged.group(2))
                    .map(id -> line(Optional.of(id), tagged.group(4), name(tagged, 3)));
        }
        Matcher plain = PLAIN.matcher(line.chars());
        return plain.matches() ? plain(plain) : Optional.empty();
    }

    private Optional<HashLine> plain(Matcher plain) {
        String rest = plain.group(3);
        boolean marked = rest.length() > 1 && (rest.charAt(0) == ' ' || rest.charAt(0) == '*');
        if (single == null) {
            single = !marked;
        }
        if (!marked && !single) {
            return Optional.empty();
        }
        String name = single ? rest : rest.substring(1);
        return Optional.of(line(Optional.empty(), plain.group(2), name(plain.group(1), name)));
    }

    private static HashLine line(Optional<HashId> hash, String hex, Octets name) {
        return new HashLine(hash, hex.toLowerCase(Locale.ROOT), name);
    }

    private static Octets name(Matcher line, int group) {
        return name(line.group(1), line.group(group));
    }

    private static Octets name(String mark, String written) {
        return new Octets(mark.isEmpty() ? written : HashLine.unescape(written));
    }
}
