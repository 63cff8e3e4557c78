package dev.assay.shell.welcome;

import dev.assay.core.CatalogRoots;
import dev.assay.core.model.CatalogException;
import dev.assay.core.model.DetectedRoot;
import dev.assay.shell.config.AppDirs;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import dev.assay.shell.run.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sees who starts the program for the first time: the model folders that were found,
 * what will happen and what never will, and an offer to add them. Until the answer it only looks;
 * after it, it names the folders in the catalog and reads headers.
 */
public final class Welcome {
    private final Invocation run;
    private final Screen screen;

    /** Welcomes in this run. */
    public Welcome(Invocation run) {
        this.run = run;
        this.screen = run.screen();
    }

    /** {@return how it ended: at once, or with the scan that was wanted} */
    public ExitCode greet() {
        screen.line(Text.of(Style.BOLD, "Assay " + Version.NUMBER).and(": nothing is known yet."));
        screen.line("");
        Path home = AppDirs.home(run.host().environment());
        List<DetectedRoot> all =
                run.library().roots().detect(List.of(home, home.resolve("models")));
        List<FoundFolder> found =
                all.stream().filter(root -> !root.managed()).map(FoundFolder::count).toList();
        if (found.isEmpty()) {
            screen.line("No model folder was found in the usual places below your home folder.");
        } else {
            new FoundTable(screen, run.host()).print(found);
        }
        all.stream()
                .filter(DetectedRoot::managed)
                .forEach(one ->
                        screen.line(
                                "  "
                                        + run.host().shown(one.path())
                                        + " belongs to another program and is left alone."));
        promise();
        return found.isEmpty() || !run.canAsk() ? next(found) : offer(found);
    }

    private void promise() {
        screen.line("");
        screen.sentence(
                Style.PLAIN,
                "",
                Style.PLAIN,
                "A scan reads and never writes in your folders. Nothing leaves this machine until"
                        + " you set a token (assay token set civitai) or say --anonymous.");
        screen.line("");
    }

    private ExitCode offer(List<FoundFolder> found) {
        List<FoundFolder> chosen = chosen(found);
        if (chosen.isEmpty()) {
            return next(found);
        }
        List<String> words = new ArrayList<>(List.of("scan"));
        for (FoundFolder folder : chosen) {
            add(folder.root());
            words.add(folder.root().path().toString());
        }
        ExitCode exit = run.session().commands().run(run.session(), run.host(), words);
        screen.line("");
        next("assay", "the shell: Tab completes, help helps");
        next("assay ls type:lora", "what you have, by any of many filters");
        next("assay scan --hash", "digests of every file; Ctrl-C stops, it can go on later");
        return exit;
    }

    /** Asked until the answer can be understood; no answer at all is no. */
    private List<FoundFolder> chosen(List<FoundFolder> found) {
        while (true) {
            String answer = new Prompt(run).line("Add which? [all]  numbers, all or none: ");
            Optional<List<FoundFolder>> chosen = Choice.of(answer, found);
            if (chosen.isPresent()) {
                return chosen.get();
            }
            screen.line("Not understood. For example: all, none, 1 or 1,3");
        }
    }

    /** A name that is taken is no reason not to scan. */
    private void add(DetectedRoot root) {
        CatalogRoots roots = run.library().roots();
        try {
            roots.add(root.path(), root.name(), Optional.of(root.layout()));
        } catch (CatalogException e) {
            run.note(String.valueOf(e.getMessage()));
        }
    }

    private ExitCode next(List<FoundFolder> found) {
        String folder =
                found.isEmpty() ? "FOLDER" : run.host().shown(found.getFirst().root().path());
        next("assay scan " + folder, "what is in it, by headers alone");
        next("assay inspect FILE", "one file, nothing remembered");
        next("assay help", "every command");
        return ExitCode.OK;
    }

    private void next(String line, String effect) {
        String padded = line + " ".repeat(Math.max(2, 36 - line.length()));
        screen.line(Text.of("  ").and(Style.CYAN, padded).and(effect));
    }
}
