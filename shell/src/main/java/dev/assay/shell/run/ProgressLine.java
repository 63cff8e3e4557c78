package dev.assay.shell.run;

import dev.assay.core.model.Progress;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Width;
import java.nio.file.Path;
import java.util.Locale;

/** One line that says how far a job is. */
public final class ProgressLine {
    private static final int BAR = 24;

    private ProgressLine() {}

    static String bar(Progress progress, Rate rate, Screen.Look look) {
        String figures = figures(progress, rate);
        double share = share(progress);
        String head =
                "%-8s %s %3.0f%%  %s"
                        .formatted(
                                title(progress.phase()),
                                blocks(share, look.unicode()),
                                share * 100,
                                figures);
        String line =
                progress.filesTotal() == 0
                        ? "%-8s %s".formatted(title(progress.phase()), figures)
                        : head;
        int width = Math.max(20, Math.min(look.width(), 400) - 1);
        int room = width - Width.of(line) - 2;
        String name = progress.current().map(ProgressLine::name).orElse("");
        return room < 8 || name.isEmpty()
                ? Width.end(line, width, !look.unicode())
                : line + "  " + Width.middle(name, room, !look.unicode());
    }

    static String plain(Progress progress, Rate rate) {
        return "assay: "
                + title(progress.phase()).toLowerCase(Locale.ROOT)
                + " "
                + figures(progress, rate);
    }

    /** {@return how far a job is, for the list of jobs and the bar at the bottom} */
    public static String brief(Progress progress, Rate rate) {
        String what = title(progress.phase()).toLowerCase(Locale.ROOT) + "  ";
        return progress.filesTotal() == 0
                ? what + figures(progress, rate)
                : what + "%.0f%%  ".formatted(share(progress) * 100) + figures(progress, rate);
    }

    private static String figures(Progress progress, Rate rate) {
        String files =
                progress.filesTotal() == 0
                        ? Sizes.count(progress.filesDone(), "file")
                        : progress.filesDone() + "/" + progress.filesTotal();
        if (progress.bytesTotal() == 0) {
            return files;
        }
        return "%s  %s/%s  %s/s%s"
                .formatted(
                        files,
                        Sizes.of(progress.bytesDone()),
                        Sizes.of(progress.bytesTotal()),
                        Sizes.of(Math.round(rate.bytesPerSecond())),
                        rate.remaining(progress.bytesTotal())
                                .map(time -> "  ETA " + Sizes.time(time))
                                .orElse(""));
    }

    private static double share(Progress progress) {
        if (progress.bytesTotal() > 0) {
            return Math.clamp((double) progress.bytesDone() / progress.bytesTotal(), 0, 1);
        }
        return progress.filesTotal() > 0
                ? Math.clamp((double) progress.filesDone() / progress.filesTotal(), 0, 1)
                : 0;
    }

    private static String blocks(double share, boolean unicode) {
        int full = (int) Math.round(share * BAR);
        return unicode
                ? "━".repeat(full)
                        + "╺".repeat(full < BAR ? 1 : 0)
                        + "─".repeat(Math.max(0, BAR - full - 1))
                : "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String title(Progress.Phase phase) {
        return switch (phase) {
            case WALK -> "Finding";
            case HEADERS -> "Reading";
            case HASH -> "Hashing";
            case IDENTIFY -> "Asking";
            case VERIFY -> "Verifying";
        };
    }

    static String id(Progress.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
