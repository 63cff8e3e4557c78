package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginInfo.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which jars the user allowed, each by name and SHA-256, and which plugins are switched off. Kept
 * as two text files: {@code allowed.sha256} has the form of {@code sha256sum}, so that {@code
 * sha256sum -c} run in the plugin folder tells what changed.
 */
final class AllowList {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private final Path pinFile;
    private final Path offFile;

    /** The list of this folder, made there on the first change. */
    AllowList(Path folder) {
        this.pinFile = folder.resolve("allowed.sha256");
        this.offFile = folder.resolve("disabled.txt");
    }

    /** {@return whether the plugin may be loaded: ALLOWED, NEW, CHANGED or DISABLED} */
    State state(PluginDir plugin) throws IOException {
        if (disabled().contains(plugin.name())) {
            return State.DISABLED;
        }
        Map<String, String> pins = pins();
        List<PluginJar> jars = plugin.jars();
        if (!jars.isEmpty() && jars.stream().allMatch(jar -> isPinned(pins, plugin, jar))) {
            return State.ALLOWED;
        }
        return pins.keySet().stream().anyMatch(key -> belongsTo(plugin.name(), key))
                ? State.CHANGED
                : State.NEW;
    }

    /** Pins every jar of the plugin as it is now, and switches it on. */
    void allow(PluginDir plugin) throws IOException {
        changePins(pins -> {
            pins.keySet().removeIf(key -> belongsTo(plugin.name(), key));
            plugin.jars().forEach(jar -> pins.put(key(plugin, jar), jar.sha256()));
        });
        changeDisabled(names -> names.remove(plugin.name()));
    }

    /** Switches a plugin off and keeps its pins. */
    void disable(String plugin) throws IOException {
        changeDisabled(names -> names.add(plugin));
    }

    /** Forgets a plugin. */
    void forget(String plugin) throws IOException {
        changePins(pins -> pins.keySet().removeIf(key -> belongsTo(plugin, key)));
        changeDisabled(names -> names.remove(plugin));
    }

    private static boolean isPinned(Map<String, String> pins, PluginDir plugin, PluginJar jar) {
        return jar.sha256().equals(pins.get(key(plugin, jar)));
    }

    private static String key(PluginDir plugin, PluginJar jar) {
        return jar.file().equals(plugin.location())
                ? jar.fileName()
                : plugin.name() + "/" + jar.fileName();
    }

    private static boolean belongsTo(String plugin, String key) {
        return key.startsWith(plugin + "/") || key.equalsIgnoreCase(plugin + ".jar");
    }

    private Map<String, String> pins() throws IOException {
        Map<String, String> pins = new TreeMap<>();
        for (String line : lines(pinFile)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                pins.put(matcher.group(2), matcher.group(1));
            }
        }
        return pins;
    }

    private Set<String> disabled() throws IOException {
        return new TreeSet<>(lines(offFile));
    }

    private void changePins(Consumer<Map<String, String>> change) throws IOException {
        Map<String, String> before = pins();
        Map<String, String> pins = new TreeMap<>(before);
        change.accept(pins);
        if (!pins.equals(before)) {
            write(
                    pinFile,
                    pins.entrySet().stream().map(pin -> pin.getValue() + "  " + pin.getKey()));
        }
    }

    private void changeDisabled(Consumer<Set<String>> change) throws IOException {
        Set<String> before = disabled();
        Set<String> names = new TreeSet<>(before);
        change.accept(names);
        if (!names.equals(before)) {
            write(offFile, names.stream());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    private static void write(Path file, Stream<String> lines) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), ".", ".new");
        Files.write(fresh, lines.toList(), StandardCharsets.UTF_8);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
