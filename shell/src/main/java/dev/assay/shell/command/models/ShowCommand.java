package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.command.Rows;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.EntryDetail;
import dev.assay.shell.view.HashNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: everything about one model. */
@picocli.CommandLine.Command(name = "show")
public final class ShowCommand extends Command {
    @Parameters(paramLabel = "SELECTOR", arity = "0..*", description = "which model")
    List<String> selectors = new ArrayList<>();

    @Option(names = "--all", description = "show every model that fits")
    boolean all;

    @Option(names = "--header", description = "the metadata of the container too")
    boolean header;

    @Override
    public ExitCode run(Invocation run) {
        if (selectors.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which model?",
                    "For example: assay show detail-xl");
        }
        List<CatalogEntry> found = new Selection(run).some(selectors);
        Recovered.tell(run);
        String typed = String.join(" ", selectors);
        Format format = run.askedFormat().orElse(Format.LIST);
        HashNames names = new HashNames(run.library().algorithms());
        if (found.size() > 1 && !all) {
            new Rows(run, "assay.model/1", format == Format.LIST ? Format.TABLE : format)
                    .print(found);
            throw LsCommand.ambiguous(typed, found.size());
        }
        if (format == Format.LIST) {
            run.paged(screen -> {
                EntryDetail detail = new EntryDetail(screen, names, header);
                found.forEach(entry -> detail.print(entry, copies(run, entry)));
                return ExitCode.OK;
            });
        } else {
            new Rows(run, "assay.model/1", format).show(found);
        }
        return ExitCode.OK;
    }

    /** {@return the other files with the same bytes} */
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
