package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginException;
import dev.assay.core.model.PluginInfo.State;
import dev.assay.core.model.PluginProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The plugin folders on disk. The first one is the user's own: plugins are added there, and its
 * allow list holds for all of them, so that a folder of somebody else's cannot allow itself.
 */
final class PluginStore {
    private final List<Path> folders;

    PluginStore(List<Path> folders) {
        this.folders = folders.stream().map(Path::toAbsolutePath).map(Path::normalize).toList();
    }

    /**
     * One plugin and whether it may be loaded.
     *
     * @param dir what lies on disk
     * @param state ALLOWED, NEW, CHANGED or DISABLED
     */
    record Entry(PluginDir dir, State state) {}

    /** {@return every plugin by name; of two with one name the one in the earlier folder} */
    List<Entry> entries(Consumer<PluginProblem> problems) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Path folder : folders) {
            if (!folder.equals(own()) && !Files.isDirectory(folder)) {
                problems.accept(missing(folder));
            }
            try {
                for (PluginDir plugin : PluginDir.allOf(folder)) {
                    Entry entry = new Entry(plugin, allowList().state(plugin));
                    Entry taken = entries.putIfAbsent(plugin.name(), entry);
                    if (taken != null) {
                        problems.accept(hidden(plugin, taken.dir()));
                    }
                }
            } catch (IOException e) {
                problems.accept(
                        new PluginProblem(
                                folder.toString(),
                                "The plugin folder cannot be read: " + Faults.describe(e),
                                "Check its rights and what lies in it"));
            }
        }
        return List.copyOf(entries.values());
    }

    private static PluginProblem missing(Path folder) {
        return new PluginProblem(
                folder.toString(),
                "There is no such plugin folder",
                "Check the spelling, and that its disk is there");
    }

    private static PluginProblem hidden(PluginDir plugin, PluginDir first) {
        return new PluginProblem(
                plugin.location().toString(),
                "Not used: %s has the same name".formatted(first.location()),
                "Rename or remove one of the two");
    }

    /**
     * Copies jars into a new folder of the user's plugin folder. The name is that of the jar that
     * offers a service, without its version.
     *
     * @return the name
     */
    String add(List<Path> jars) {
        if (jars.isEmpty()) {
            throw new PluginException(
                    "No jar to add. Name the plugin's jar, and the jars it needs");
        }
        jars.forEach(PluginStore::requireJar);
        String name = nameOf(jars);
        Path target = own().resolve(name);
        if (Files.exists(target)) {
            throw new PluginException(
                    "There is a plugin '%s' already, in %s. Remove it first"
                            .formatted(name, target));
        }
        return disk("add", name, () -> copy(jars, target, name));
    }

    private static String nameOf(List<Path> jars) {
        return jars.stream()
                .filter(PluginStore::offersAService)
                .map(PluginDir::stem)
                .map(stem -> stem.replaceFirst("-\\d.*$", ""))
                .findFirst()
                .orElseThrow(() ->
                        new PluginException(
                                "%s offers no hash and no provider. Name the plugin's jar too"
                                        .formatted(jars.getFirst())));
    }

    private static boolean offersAService(Path jar) {
        return new PluginJar(jar, "")
                .descriptor()
                .filter(module -> !PluginJar.kinds(module).isEmpty())
                .isPresent();
    }

    private static void requireJar(Path file) {
        if (!PluginDir.isJar(file)) {
            throw new PluginException("No jar: %s. Name a file that ends in .jar".formatted(file));
        }
        if (new PluginJar(file, "").descriptor().isEmpty()) {
            throw new PluginException(
                    "%s cannot be read as a module. Its file name, which names an unnamed module,"
                                    .formatted(file)
                            + " must start with a letter, and the file must be a whole jar");
        }
    }

    private static String copy(List<Path> jars, Path target, String name) throws IOException {
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempDirectory(target.getParent(), ".adding");
        for (Path jar : jars) {
            Files.copy(jar, fresh.resolve(jar.getFileName()));
        }
        Files.move(fresh, target);
        return name;
    }

    /** Pins the plugin's jars as they are now. */
    void allow(String name) {
        PluginDir plugin = find(name);
        if (plugin.jars().isEmpty()) {
            throw new PluginException(
                    "%s holds no jar. Put the plugin's jar there".formatted(plugin.location()));
        }
        disk(
                "allow",
                name,
                () -> {
                    Files.createDirectories(own());
                    allowList().allow(plugin);
                    return name;
                });
    }

    /** Switches the plugin off and keeps it. */
    void disable(String name) {
        PluginDir plugin = find(name);
        disk(
                "disable",
                name,
                () -> {
                    Files.createDirectories(own());
                    allowList().disable(plugin.name());
                    return name;
                });
    }

    /** Deletes the plugin's jars from the user's plugin folder and forgets their pins. */
    void remove(String name) {
        PluginDir plugin = find(name);
        if (!own().equals(plugin.location().getParent())) {
            throw new PluginException(
                    "'%s' lies in %s, which is not your plugin folder. Delete it there, or disable it"
                            .formatted(name, plugin.location()));
        }
        disk(
                "remove",
                name,
                () -> {
                    for (PluginJar jar : plugin.jars()) {
                        Files.delete(jar.file());
                    }
                    if (Files.isDirectory(plugin.location())) {
                        Files.delete(plugin.location());
                    }
                    allowList().forget(name);
                    return name;
                });
    }

    private PluginDir find(String name) {
        List<Entry> entries = entries(_ -> {});
        return entries.stream()
                .map(Entry::dir)
                .filter(plugin -> plugin.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PluginException(unknown(name, entries)));
    }

    private static String unknown(String name, List<Entry> entries) {
        String there =
                entries.stream().map(entry -> entry.dir().name()).collect(Collectors.joining(" "));
        return "No plugin '%s'; there %s"
                .formatted(name, there.isEmpty() ? "are none" : "are " + there);
    }

    private Path own() {
        if (folders.isEmpty()) {
            throw new PluginException("This program has no plugin folder. Open it with one");
        }
        return folders.getFirst();
    }

    private AllowList allowList() {
        return new AllowList(own());
    }

    /** A change on disk. */
    private interface Change {
        String make() throws IOException;
    }

    private static String disk(String verb, String name, Change change) {
        try {
            return change.make();
        } catch (IOException e) {
            throw new PluginException(
                    "Could not %s plugin '%s': %s. Check the rights of the plugin folder"
                            .formatted(verb, name, Faults.describe(e)),
                    e);
        }
    }
}
