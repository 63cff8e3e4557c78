package dev.assay.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One plugin as it lies in a plugin folder: a folder of jars, or a single jar.
 *
 * @param name the folder's name, or the jar's without {@code .jar}
 * @param location that folder or jar
 * @param jars its jars by file name
 */
record PluginDir(String name, Path location, List<PluginJar> jars) {
    private static final String JAR = ".jar";

    /**
     * {@return the plugins of a plugin folder by name; none when there is no such folder} Hidden
     * files, names with control characters, which a line of the allow list cannot hold, and what is
     * neither a folder nor a jar are passed by.
     */
    static List<PluginDir> allOf(Path folder) throws IOException {
        List<PluginDir> plugins = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path entry : visible(folder)) {
                if (Files.isDirectory(entry)) {
                    plugins.add(new PluginDir(fileName(entry), entry, jarsOf(entry)));
                } else if (isJar(entry)) {
                    plugins.add(new PluginDir(stem(entry), entry, List.of(PluginJar.read(entry))));
                }
            }
        }
        return List.copyOf(plugins);
    }

    private static List<PluginJar> jarsOf(Path folder) throws IOException {
        List<PluginJar> jars = new ArrayList<>();
        for (Path entry : visible(folder)) {
            if (isJar(entry)) {
                jars.add(PluginJar.read(entry));
            }
        }
        return List.copyOf(jars);
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> isPlain(fileName(entry))).sorted().toList();
        }
    }

    private static boolean isPlain(String name) {
        return !name.startsWith(".") && name.chars().noneMatch(Character::isISOControl);
    }

    static boolean isJar(Path file) {
        return fileName(file).toLowerCase(Locale.ROOT).endsWith(JAR) && Files.isRegularFile(file);
    }

    /** {@return the file name of a jar without its ending} */
    static String stem(Path jar) {
        String name = fileName(jar);
        return name.substring(0, name.length() - JAR.length());
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }
}
