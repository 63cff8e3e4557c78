package dev.assay.shell.command.models;

import dev.assay.core.model.RepairedFile;
import dev.assay.core.model.VerifiedFile;
import dev.assay.shell.command.Problems;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import java.util.List;

/** Puts good copies in the place of rotten files, once somebody agreed. */
final class Repairs {
    private final Invocation run;

    Repairs(Invocation run) {
        this.run = run;
    }

    ExitCode run(List<VerifiedFile> rotten) {
        List<VerifiedFile> mendable =
                rotten.stream().filter(file -> !file.copies().isEmpty()).toList();
        rotten.stream()
                .filter(file -> file.copies().isEmpty())
                .forEach(file -> run.note("no good copy is known of " + file.path()));
        if (mendable.isEmpty()) {
            return ExitCode.OK;
        }
        String question =
                "Put good copies in the place of %s? The rotten ones are kept beside them."
                        .formatted(Sizes.count(mendable.size(), "file"));
        if (!new Prompt(run).yes(question)) {
            throw new Failure(ErrorCode.CONFIRMATION_NEEDED, "nothing was repaired");
        }
        ExitCode exit = ExitCode.OK;
        for (VerifiedFile file : mendable) {
            exit = exit.and(tell(run.library().verification().repair(file, run.cancellation())));
        }
        return exit;
    }

    private ExitCode tell(RepairedFile repaired) {
        repaired.problem().ifPresent(problem -> Problems.print(run, problem));
        repaired.from()
                .ifPresent(from ->
                        run.note(
                                "%s has the bytes of %s again; the rotten file is %s"
                                        .formatted(
                                                repaired.path(),
                                                from,
                                                repaired.kept().map(Object::toString).orElse(""))));
        return repaired.isRepaired() ? ExitCode.OK : ExitCode.UNREADABLE;
    }
}
