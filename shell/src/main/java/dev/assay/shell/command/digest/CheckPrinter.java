package dev.assay.shell.command.digest;

import dev.assay.shell.command.digest.CheckedFile.Result;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.HashNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints what came of the lines of all lists: as they come, or as one document at the end. */
final class CheckPrinter {
    private final Invocation run;
    private final Format format;
    private final boolean atOnce;
    private final Listing<CheckedFile> listing;
    private final List<CheckedFile> kept = new ArrayList<>();

    CheckPrinter(Invocation run, HashNames names) {
        this.run = run;
        this.format = run.askedFormat().orElse(Format.LIST);
        this.atOnce = new Lines(run, format).comeAtOnce();
        this.listing = listing(run, names);
        run.printer(format).check(listing);
    }

    private static Listing<CheckedFile> listing(Invocation run, HashNames names) {
        List<Column<CheckedFile>> columns =
                List.of(
                        Column.<CheckedFile>of("path", file -> file.line().name().text()),
                        Column.<CheckedFile>of("algorithm", file -> names.of(file.hash())),
                        Column.<CheckedFile>of("result", file -> file.result().id()));
        return Listing.of(
                "assay.check/1",
                columns,
                columns.stream().map(Column::name).toList(),
                file -> Optional.of(file.line().hex()),
                file -> Optional.of(file.line().name().path(run.host())));
    }

    void accept(CheckedFile file) {
        if (!atOnce) {
            kept.add(file);
        } else if (format == Format.JSONL) {
            run.printer(format).print(listing, List.of(file));
        } else {
            line(file);
        }
    }

    private void line(CheckedFile file) {
        Octets name = HashLine.shown(file.line().name());
        Style style = file.result() == Result.OK ? Style.GREEN : Style.RED;
        Screen screen = run.screen();
        if (screen.look().terminal()) {
            screen.line(Text.of(name.text() + ": ").and(style, file.result().words()));
            return;
        }
        String rest = ": " + screen.render(Text.of(style, file.result().words())) + "\n";
        screen.out().write(new Octets(name.chars() + Octets.of(rest).chars()).bytes());
    }

    /** Prints what had to be collected first. */
    void end() {
        if (!atOnce) {
            run.printer(format).print(listing, kept);
        }
    }
}
