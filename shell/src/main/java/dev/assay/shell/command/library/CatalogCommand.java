package dev.assay.shell.command.library;

import dev.assay.core.model.CatalogCheck;
import dev.assay.core.model.CatalogException;
import dev.assay.shell.command.Actions;
import dev.assay.shell.command.Recovered;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code catalog}: look after the file in which everything is remembered. */
public final class CatalogCommand extends Command {
    private static final List<String> ACTIONS =
            List.of("info", "check", "backup", "restore", "compact", "export", "import");

    private final Words words =
            takes.words(
                    "ACTION",
                    "0..2",
                    "info [FILE], check [FILE], backup FILE, restore FILE, compact, export FILE or"
                            + " import FILE");

    private final Flag repair =
            takes.flag("--repair", "with check: drop the rows that cannot be believed");

    @Override
    public ExitCode run(Invocation live) {
        String action = Actions.first(words.list(), ACTIONS, "info");
        if (action.equals("compact")) {
            Actions.refuseMore("catalog", words.list(), 1);
        }
        boolean looks = action.equals("check") || action.equals("info");
        Invocation run = looks ? meant(live) : live;
        if (!run.hasCatalog() && !action.equals("restore") && !action.equals("import")) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "there is no catalog yet at " + run.catalogFile(),
                    "The first scan makes it: assay scan FOLDER");
        }
        return switch (action) {
            case "check" -> check(run);
            case "backup" -> backup(run);
            case "restore" -> restore(run);
            case "compact" -> compact(run);
            case "export" ->
                    new UserDataFile(run, argument("assay catalog export mine.jsonl")).write();
            case "import" ->
                    new UserDataFile(run, argument("assay catalog import mine.jsonl")).read();
            default -> {
                CatalogFactsView.print(run, run.library().upkeep().info());
                Recovered.tell(run);
                yield ExitCode.OK;
            }
        };
    }

    /** A copy can be looked at as the catalog itself can. */
    private Invocation meant(Invocation live) {
        if (words.list().size() < 2) {
            return live;
        }
        Path file = live.host().path(words.list().get(1));
        if (!Files.exists(file)) {
            throw new Failure(
                    ErrorCode.FILE_MISSING, "no such file: " + file, "Check the spelling");
        }
        return live.withCatalog(file);
    }

    private String argument(String example) {
        if (words.list().size() != 2) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "catalog " + words.list().getFirst() + " wants a file",
                    "For example: " + example);
        }
        return words.list().get(1);
    }

    private ExitCode check(Invocation run) {
        CatalogCheck check = run.library().upkeep().check(repair.isOn());
        CatalogCheckView.print(run, check);
        Recovered.tell(run);
        if (check.isSound() || repair.isOn()) {
            return ExitCode.OK;
        }
        run.hint("Drop what cannot be believed, and scan again: assay catalog check --repair");
        return ExitCode.NO;
    }

    private ExitCode backup(Invocation run) {
        Path target = run.host().path(argument("assay catalog backup assay-backup.db"));
        if (Files.exists(target)) {
            throw new Failure(
                    ErrorCode.OUTPUT_FAILED,
                    target + " is there already and is not replaced",
                    "Choose another name");
        }
        try {
            run.library().upkeep().backup(target);
        } catch (CatalogException e) {
            throw new Failure(ErrorCode.OUTPUT_FAILED, String.valueOf(e.getMessage()));
        }
        run.note("copied to " + target + "; the way back: assay catalog restore " + target);
        return ExitCode.OK;
    }

    private ExitCode restore(Invocation run) {
        Path copy = run.host().path(argument("assay catalog restore assay-backup.db"));
        if (!Files.exists(copy)) {
            throw new Failure(
                    ErrorCode.FILE_MISSING, "no such file: " + copy, "Check the spelling");
        }
        String question =
                "Make the catalog what %s is? The present one is copied first.".formatted(copy);
        if (!new Prompt(run).yes(question)) {
            throw new Failure(ErrorCode.CONFIRMATION_NEEDED, "nothing was restored");
        }
        Path before = run.library().upkeep().restore(copy);
        run.note("restored; the catalog as it was is " + before);
        return ExitCode.OK;
    }

    private static ExitCode compact(Invocation run) {
        long freed = run.library().upkeep().compact();
        run.note(Sizes.of(freed) + " given back to the disk");
        return ExitCode.OK;
    }
}
