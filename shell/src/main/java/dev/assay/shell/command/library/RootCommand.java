package dev.assay.shell.command.library;

import dev.assay.core.model.DetectedRoot;
import dev.assay.core.model.Root;
import dev.assay.shell.command.Actions;
import dev.assay.shell.config.AppDirs;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code root}: folders with names, so that {@code comfy:loras} means one of them. */
public final class RootCommand extends Command {
    private static final List<String> ACTIONS = List.of("ls", "add", "rm", "rename", "detect");

    private final Words words =
            takes.words(
                    "ACTION",
                    "0..*",
                    "ls [NAME...], add FOLDER [NAME], rm NAME, rename OLD NEW or detect [FOLDER]");

    private final Value layout =
            takes.value(
                    "--layout",
                    "PROGRAM",
                    "with add: whose folder it is; found out when not given");

    private final Flag detected =
            takes.flag("--detected", "with add: every folder that detect finds");

    private final Flag dryRun =
            takes.flag("-n, --dry-run", "say what would be done, and do nothing");

    @Override
    public ExitCode run(Invocation run) {
        return switch (Actions.first(words.list(), ACTIONS, "ls")) {
            case "add" -> add(run);
            case "rm" -> remove(run);
            case "rename" -> rename(run);
            case "detect" -> {
                List<Path> places = run.paths(words.list().subList(1, words.list().size()));
                yield detect(run, places.isEmpty() ? List.of(home(run)) : places);
            }
            default -> list(run);
        };
    }

    private ExitCode list(Invocation run) {
        List<Root> all = run.hasCatalog() ? run.library().roots().all() : List.of();
        List<String> wanted = words.list().stream().skip(1).map(word -> known(run, word)).toList();
        List<Root> roots =
                wanted.isEmpty()
                        ? all
                        : all.stream()
                                .filter(root -> root.name().filter(wanted::contains).isPresent())
                                .toList();
        RootListing.roots(run, roots);
        if (roots.isEmpty()) {
            run.hint("No folder is known yet. Look for some: assay root detect");
        }
        return ExitCode.OK;
    }

    private static ExitCode detect(Invocation run, List<Path> places) {
        List<DetectedRoot> found = run.library().roots().detect(places);
        RootListing.detected(run, found);
        run.hint(
                found.stream().allMatch(DetectedRoot::managed)
                        ? "No model folder was found in the usual places. Name one: assay root add FOLDER"
                        : "Name them all: assay root add --detected   or one: assay root add FOLDER NAME");
        return ExitCode.OK;
    }

    private static Path home(Invocation run) {
        return AppDirs.home(run.host().environment());
    }

    private ExitCode add(Invocation run) {
        if (detected.isOn()) {
            return addDetected(run);
        }
        if (words.list().size() < 2 || words.list().size() > 3) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "root add wants a folder, and may take a name for it",
                    "For example: assay root add ~/ComfyUI/models comfy");
        }
        Path folder = run.host().path(words.list().get(1)).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new Failure(
                    Files.exists(folder) ? ErrorCode.NOT_A_FOLDER : ErrorCode.FOLDER_MISSING,
                    Files.exists(folder)
                            ? folder + " is a file, and a root is a folder"
                            : "no such folder: " + folder);
        }
        RootNames names = new RootNames(run.library().roots());
        Optional<DetectedRoot> known = names.detected(folder);
        String name = words.list().size() == 3 ? words.list().get(2) : names.free(folder, known);
        refuseTaken(run, name, folder);
        name(run, folder, name, layout(known.map(DetectedRoot::layout)));
        run.hint("Next: assay scan " + name + ":");
        return ExitCode.OK;
    }

    private ExitCode addDetected(Invocation run) {
        RootNames names = new RootNames(run.library().roots());
        List<DetectedRoot> found =
                run.library().roots().detect(List.of(home(run))).stream()
                        .filter(one -> !one.managed())
                        .toList();
        if (found.isEmpty()) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "no model folder was found below " + home(run),
                    "Name one: assay root add FOLDER");
        }
        for (DetectedRoot root : found) {
            name(
                    run,
                    root.path(),
                    names.free(root.path(), Optional.of(root)),
                    Optional.of(root.layout()));
        }
        run.hint("Next: assay scan");
        return ExitCode.OK;
    }

    private void name(Invocation run, Path folder, String name, Optional<String> layout) {
        refuseNoName(name);
        if (!dryRun.isOn()) {
            run.library().roots().add(folder, name, layout);
        }
        run.note(
                (dryRun.isOn() ? "would be named " : "named ")
                        + name
                        + ": "
                        + folder
                        + ". Nothing is written into it");
    }

    private static void refuseNoName(String name) {
        if (!RootNames.isName(name)) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    name + " is no name for a root",
                    "Use up to 32 lower-case letters, digits, - and _, a letter first");
        }
        if (RootNames.isTakenByWords(name)) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    name + ": means something else already, so no root can have that name",
                    "Choose another name; the filters: assay help filters");
        }
    }

    /** {@return the layout that was named, else the one that was found} */
    private Optional<String> layout(Optional<String> found) {
        List<String> known = RootNames.LAYOUTS;
        layout.text()
                .filter(named -> !known.contains(named))
                .ifPresent(named -> {
                    throw new Failure(
                            ErrorCode.BAD_VALUE,
                            "no layout " + named + "." + Suggest.question(named, known),
                            "There are: " + String.join(", ", known));
                });
        return layout.text().or(() -> found);
    }

    /** A name is never taken from another folder without a word. */
    private static void refuseTaken(Invocation run, String name, Path folder) {
        Path other = run.library().roots().named().get(name);
        if (other != null && !other.equals(folder)) {
            throw new Failure(
                    ErrorCode.NAME_TAKEN,
                    name + " is the name of " + other,
                    "Choose another name, or free it: assay root rm " + name);
        }
    }

    private ExitCode remove(Invocation run) {
        String name = known(run, 2, "assay root rm comfy");
        if (!dryRun.isOn()) {
            run.library().roots().remove(name);
        }
        run.note(
                name
                        + (dryRun.isOn() ? " would be" : " is")
                        + " no name any more; what is known of its files stays");
        return ExitCode.OK;
    }

    private ExitCode rename(Invocation run) {
        String name = known(run, 3, "assay root rename comfy sd");
        Path folder = run.library().roots().named().getOrDefault(name, Path.of(""));
        refuseTaken(run, words.list().get(2), folder);
        refuseNoName(words.list().get(2));
        if (!dryRun.isOn()) {
            run.library().roots().rename(name, words.list().get(2));
        }
        run.note(
                name
                        + (dryRun.isOn() ? " would be " : " is ")
                        + words.list().get(2)
                        + " from now on");
        return ExitCode.OK;
    }

    private String known(Invocation run, int size, String example) {
        if (words.list().size() != size) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "root "
                            + words.list().getFirst()
                            + (size == 2 ? " wants a name" : " wants two names"),
                    "For example: " + example);
        }
        return known(run, words.list().get(1));
    }

    /** {@return the name of a root that was meant by its name or its path, there or not} */
    private static String known(Invocation run, String word) {
        String name = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
        Map<String, Path> named = run.hasCatalog() ? run.library().roots().named() : Map.of();
        return named.containsKey(name)
                ? name
                : ofPath(named, run.host().path(word).toAbsolutePath().normalize())
                        .orElseThrow(() ->
                                new Failure(
                                        ErrorCode.UNKNOWN_ROOT,
                                        "no root "
                                                + name
                                                + "."
                                                + Suggest.question(name, named.keySet())));
    }

    private static Optional<String> ofPath(Map<String, Path> named, Path path) {
        return named.entrySet().stream()
                .filter(root -> root.getValue().equals(path))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
