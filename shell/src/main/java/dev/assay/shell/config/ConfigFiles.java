package dev.assay.shell.config;

import dev.assay.shell.config.Settings.Source;
import dev.assay.shell.config.Settings.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the configuration files of a run and puts them together with environment and flags.
 *
 * @param user the user's file
 * @param workingDirectory where the search for a project file starts
 */
public record ConfigFiles(Path user, Path workingDirectory) {
    private static final String PROJECT_FILE = ".assay.toml";

    /** {@return what holds, given the environment and the flags by dotted key} */
    public Settings resolve(Map<String, String> environment, Map<String, String> flags) {
        List<Source> sources = new ArrayList<>();
        if (Files.exists(user) && !Files.isDirectory(user)) {
            sources.add(file(user, false));
        }
        projectFile().ifPresent(project -> sources.add(file(project, true)));
        sources.add(Settings.environment(environment));
        sources.add(flags(flags));
        return new Settings(sources);
    }

    /** {@return the nearest project file from the working directory upwards} */
    public Optional<Path> projectFile() {
        for (Path dir = workingDirectory; dir != null; dir = dir.getParent()) {
            Path candidate = dir.resolve(PROJECT_FILE);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Source file(Path file, boolean project) {
        TomlFile toml = TomlFile.read(file);
        Map<String, Value> values = new LinkedHashMap<>();
        toml.values().forEach((key, text) -> values.put(key, new Value(text, toml.place(key))));
        return new Source(values, project);
    }

    private static Source flags(Map<String, String> flags) {
        Map<String, Value> values = new LinkedHashMap<>();
        flags.forEach((key, text) -> values.put(key, new Value(text, Settings.FLAG)));
        return new Source(values, false);
    }
}
