package dev.assay.shell.view;

import dev.assay.core.model.FileState;
import dev.assay.core.model.ListedFile;
import dev.assay.core.model.Safety;
import dev.assay.provider.spi.Match;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import java.util.Optional;
import java.util.Set;

/** The sign before a name: what matters most about the file. */
enum Mark {
    /** A provider knows it, or the user said so. */
    IDENTIFIED("◆", "I", Style.GREEN),
    /** A provider may know it. */
    PROBABLE("~", "P", Style.YELLOW),
    /** Nobody knows it, or nobody was asked. */
    UNKNOWN("?", "U", Style.DIM),
    /** Loading it runs code. */
    DANGEROUS("!", "!", Style.RED),
    /** It is not what it should be. */
    BROKEN("✗", "X", Style.RED),
    /** It was gone at the last scan. */
    MISSING("-", "M", Style.DIM);

    private final String sign;
    private final String letter;
    private final Style style;

    Mark(String sign, String letter, Style style) {
        this.sign = sign;
        this.letter = letter;
        this.style = style;
    }

    /** {@return the mark of a file} */
    static Mark of(ListedFile file) {
        if (file.missing()) {
            return MISSING;
        }
        if (file.state() != FileState.OK) {
            return BROKEN;
        }
        return file.safety() == Safety.Verdict.DANGEROUS ? DANGEROUS : of(file.said().match());
    }

    private static Mark of(Optional<Match> match) {
        if (match.isEmpty()) {
            return UNKNOWN;
        }
        return switch (match.get()) {
            case EXACT, SAME_TENSORS, MANUAL -> IDENTIFIED;
            case PROBABLE, VERSION_ONLY, MISMATCH -> PROBABLE;
        };
    }

    /** {@return how it is shown} */
    Text shown(boolean unicode) {
        return Text.of(style, unicode ? sign : letter);
    }

    /** {@return what these marks mean} */
    static Text legend(Set<Mark> marks, boolean unicode) {
        Text line = Text.of("");
        for (Mark mark : marks) {
            line = line.and("    ").and(mark.shown(unicode)).and(" " + mark.word());
        }
        return line;
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
