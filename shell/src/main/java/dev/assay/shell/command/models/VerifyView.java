package dev.assay.shell.command.models;

import static java.util.stream.Collectors.joining;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.VerifiedFile;
import dev.assay.core.model.VerifiedFile.Verdict;
import dev.assay.shell.command.digest.EscapedName;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Results of reading again, as lines with the marks of rclone, and as rows. */
final class VerifyView {
    /** Every mark that a line of {@code --combined} can begin with. */
    static final String MARKS =
            Arrays.stream(Verdict.values()).map(VerifyView::mark).distinct().collect(joining());

    private static final int SHORT = 10;

    private final Invocation run;

    VerifyView(Invocation run) {
        this.run = run;
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "=";
            case ROT, MISMATCH, BROKEN -> "*";
            case EDITED -> "~";
            case MISSING -> "-";
            case UNREADABLE, CHANGING -> "!";
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "good";
            case ROT -> "rotten";
            case MISMATCH -> "different";
            case BROKEN -> "broken";
            case EDITED -> "edited";
            case MISSING -> "missing";
            case UNREADABLE -> "unreadable";
            case CHANGING -> "changing";
        };
    }

    private static Style style(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Style.GREEN;
            case ROT, MISMATCH, BROKEN -> Style.RED;
            case EDITED, MISSING, UNREADABLE, CHANGING -> Style.YELLOW;
        };
    }

    /** Tells a file that is not good, under the number by which the next command can name it. */
    void tell(VerifiedFile file, int number) {
        String row = run.screen().look().terminal() ? " %" + number : "";
        run.screen()
                .line(
                        Text.of(style(file.verdict()), mark(file.verdict()) + row)
                                .and(" " + file.path()));
        run.screen().line("    " + sentence(file));
        if (file.verdict() == Verdict.ROT || file.verdict() == Verdict.MISMATCH) {
            run.screen().line("    " + digests(file));
        }
        for (Path copy : file.copies()) {
            run.screen().line("    a good copy: " + copy);
        }
    }

    private static String sentence(VerifiedFile file) {
        String problem =
                file.problem().map(FileProblem::message).map(text -> ": " + text).orElse("");
        return switch (file.verdict()) {
            case GOOD -> "good";
            case ROT -> "ROT: same size and date, other bytes" + where(file);
            case MISMATCH -> "other bytes than those that it is held against";
            case BROKEN -> "the bytes are right and were never a sound file" + problem;
            case EDITED -> "edited since (size or date changed), not rot: a scan takes it over";
            case MISSING -> "not there";
            case UNREADABLE -> "cannot be read" + problem;
            case CHANGING -> "changed while it was read; try again later";
        };
    }

    private static String where(VerifiedFile file) {
        return file.firstBadByte().isPresent()
                ? ", the first in the block at " + Sizes.of(file.firstBadByte().getAsLong())
                : "";
    }

    private static String digests(VerifiedFile file) {
        return "stored "
                + brief(file.stored())
                + file.now().map(now -> ", now " + brief(now)).orElse("");
    }

    private static String brief(String hex) {
        return hex.substring(0, Math.min(SHORT, hex.length()));
    }

    /** Writes the line of a file for {@code --combined}. */
    static void combined(VerifiedFile file, OutputStream out) throws IOException {
        out.write((mark(file.verdict()) + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(EscapedName.of(file.path()));
        out.write('\n');
    }

    Listing<VerifiedFile> listing() {
        List<Column<VerifiedFile>> columns =
                List.of(
                        Column.<VerifiedFile>of("verdict", file -> file.verdict().id())
                                .showing(file ->
                                        Text.of(style(file.verdict()), word(file.verdict()))),
                        Column.<VerifiedFile>of("path", file -> RawPath.text(file.path()))
                                .stretching(),
                        Column.<VerifiedFile>of("size", VerifiedFile::size)
                                .showing(file -> Text.of(Sizes.of(file.size())))
                                .flushRight(),
                        Column.<VerifiedFile>of("stored", VerifiedFile::stored)
                                .showing(file -> Text.of(brief(file.stored())))
                                .dropping(2),
                        Column.<VerifiedFile>of("now", file -> file.now().orElse(null))
                                .showing(file ->
                                        Text.of(file.now().map(VerifyView::brief).orElse("-")))
                                .dropping(2),
                        Column.<VerifiedFile>of(
                                "first_bad_byte",
                                file ->
                                        file.firstBadByte().isPresent()
                                                ? file.firstBadByte().getAsLong()
                                                : null),
                        Column.<VerifiedFile>of(
                                "copies",
                                file -> file.copies().stream().map(Path::toString).toList()),
                        Column.<VerifiedFile>of(
                                "problem",
                                file -> file.problem().map(FileProblem::message).orElse(null)));
        return Listing.of(
                "assay.verify/1",
                columns,
                List.of("verdict", "path", "size", "stored", "now"),
                file -> Optional.of(file.stored()),
                file -> Optional.of(file.path()));
    }
}
