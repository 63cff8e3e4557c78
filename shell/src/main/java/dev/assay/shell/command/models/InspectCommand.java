package dev.assay.shell.command.models;

import dev.assay.core.model.FileState;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety;
import dev.assay.shell.command.Existing;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.ListingPrinter;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Jobs;
import dev.assay.shell.view.HashNames;
import dev.assay.shell.view.InspectionView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code inspect}: what files are by their headers alone. */
public final class InspectCommand extends Command {
    private final Words paths = takes.words("PATH", "0..*", "files or folders");

    private final Flag allFiles =
            takes.flag("--all-files", "every file of a folder, whatever its name");

    private final Flag why = takes.flag("--why", "tell every reason, and what nearly fitted");

    private final Flag exitCode = takes.flag("--exit-code", "exit 1 when a file is DANGEROUS");

    private ExitCode exit = ExitCode.OK;

    @Override
    public ExitCode run(Invocation run) {
        Existing.Found existing = Existing.of(run, paths.list(), "assay inspect model.safetensors");
        List<Path> found = existing.paths();
        exit = existing.missing() > 0 ? ErrorCode.FILE_MISSING.exit() : ExitCode.OK;
        Format format = run.format(Format.LIST);
        if (format == Format.LIST || format == Format.JSONL) {
            stream(run, found, each(run, format));
        } else {
            List<Inspection> all = new ArrayList<>();
            stream(run, found, all::add);
            run.printer(format).print(new InspectionView(why.isOn()).listing(new HashNames()), all);
        }
        return run.cancellation().isCancelled() ? ExitCode.INTERRUPTED : exit;
    }

    private void stream(Invocation run, List<Path> found, Consumer<Inspection> each) {
        Jobs.run(
                run,
                progress -> {
                    run.library()
                            .inspect(
                                    found,
                                    allFiles.isOn(),
                                    run.cancellation(),
                                    file -> {
                                        note(file);
                                        each.accept(file);
                                    });
                    return found;
                });
    }

    /** One file's trouble and one file's danger both count, whatever the others are. */
    private void note(Inspection file) {
        if (file.state() == FileState.UNREADABLE) {
            exit = exit.and(ExitCode.UNREADABLE);
        }
        if (exitCode.isOn() && file.safety().verdict() == Safety.Verdict.DANGEROUS) {
            exit = exit.and(ExitCode.NO);
        }
    }

    private Consumer<Inspection> each(Invocation run, Format format) {
        InspectionView view = new InspectionView(why.isOn());
        if (format == Format.LIST) {
            return file -> view.print(run.screen(), file);
        }
        Listing<Inspection> listing = view.listing(new HashNames());
        ListingPrinter printer = run.printer(format);
        return file -> run.host().out().write(Json.compact(printer.object(listing, file)) + "\n");
    }
}
