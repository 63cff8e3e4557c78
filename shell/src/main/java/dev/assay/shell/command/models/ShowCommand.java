package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.EntryDetail;
import dev.assay.shell.view.HashNames;
import java.util.List;

/** {@code show}: everything about one model. */
public final class ShowCommand extends Command {
    private final Words selectors = takes.words("SELECTOR", "0..*", "which model");

    private final Flag all = takes.flag("--all", "show every model that fits");

    private final Flag header = takes.flag("--header", "the metadata of the container too");

    @Override
    public ExitCode run(Invocation run) {
        if (selectors.list().isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which model?",
                    "For example: assay show detail-xl");
        }
        List<CatalogEntry> found = new Selection(run).entries(selectors.list());
        Recovered.tell(run);
        String typed = String.join(" ", selectors.list());
        Format format = run.askedFormat().orElse(Format.LIST);
        if (found.isEmpty()) {
            throw nothing(run, format);
        }
        HashNames names = new HashNames(run.library().algorithms());
        if (found.size() > 1 && !all.isOn()) {
            new Rows(run, "assay.model/1", format == Format.LIST ? Format.TABLE : format)
                    .print(found);
            throw LsCommand.ambiguous(typed, found.size());
        }
        if (format == Format.LIST && run.options().chosen().isEmpty()) {
            run.paged(screen -> {
                EntryDetail detail = new EntryDetail(screen, names, header.isOn());
                found.forEach(entry -> detail.print(entry, copies(run, entry)));
                return ExitCode.OK;
            });
        } else {
            new Rows(run, "assay.model/1", format).show(found);
        }
        return ExitCode.OK;
    }

    /** As JSON there is always a document. */
    private Failure nothing(Invocation run, Format format) {
        if (format.isJson()) {
            new Rows(run, "assay.model/1", format).show(List.of());
        }
        return Selection.nothing(selectors.list());
    }

    /** {@return the other files with the same bytes, and the other names of this one} */
    private static List<CatalogEntry> copies(Invocation run, CatalogEntry entry) {
        return entry
                .digest(dev.assay.hash.spi.HashId.of("sha256"))
                .map(digest -> run.library().entriesByHash(digest.hex()))
                .orElse(List.of())
                .stream()
                .filter(other -> !other.file().path().equals(entry.file().path()))
                .toList();
    }
}
