package dev.assay.core.internal.catalog;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Starts this module's tests' classes in a process of their own, which can be killed. */
public final class Child {
    private Child() {}

    /** {@return the process, whose errors are not heard} */
    public static Process start(Class<?> main, Map<String, String> environment, String... args)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                main.getName()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    /**
     * The class path, since the product has to run there too, and modules cannot be patched twice.
     */
    private static String classPath() throws IOException {
        List<String> entries =
                new ArrayList<>(List.of(location(Catalog.class), location(Child.class)));
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            entries.addAll(
                    Arrays.asList(System.getProperty(property, "").split(File.pathSeparator)));
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String location(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        String url = String.valueOf(type.getClassLoader().getResource(name));
        return url.startsWith("file:")
                ? Path.of(java.net.URI.create(url.substring(0, url.length() - name.length())))
                        .toString()
                : "";
    }

    static BufferedReader output(Process process) {
        return process.inputReader();
    }
}
