package dev.assay.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Makes real plugin jars from source text, with javac and jar. */
final class PluginJars {
    private final Path work;

    /** Works in this folder, and leaves its class files there. */
    PluginJars(Path work) {
        this.work = work;
    }

    /** {@return the jar, made from files of source or other text by path} */
    Path make(Path jar, Map<String, String> files) throws IOException {
        Path sources = Files.createTempDirectory(work, "src");
        Path classes = Files.createTempDirectory(work, "classes");
        String path = files.containsKey("module-info.java") ? "-p" : "-cp";
        List<String> javac =
                new ArrayList<>(List.of("-d", classes.toString(), path, interfaces(jar)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean isSource = file.getKey().endsWith(".java");
            Path target = (isSource ? sources : classes).resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            if (isSource) {
                javac.add(target.toString());
            }
        }
        run("javac", javac);
        Files.createDirectories(jar.getParent());
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    /** A jar of one hash plugin as a module: {@code body} is the code of the plugin class. */
    Path hashPlugin(Path jar, String module, String body) throws IOException {
        return make(
                jar,
                Map.of("module-info.java", moduleInfo(module), path(module), source(module, body)));
    }

    private static String moduleInfo(String module) {
        return """
        module %1$s {
            requires dev.assay.hash.spi;
            provides dev.assay.hash.spi.HashPlugin with %1$s.Plugin;
        }
        """
                .formatted(module);
    }

    static String path(String module) {
        return module.replace('.', '/') + "/Plugin.java";
    }

    /** The source of a plugin that offers one hash, the length of the file as 4 bytes. */
    static String source(String module, String body) {
        return """
        package %s;

        import dev.assay.hash.spi.*;
        import java.nio.ByteBuffer;
        import java.util.*;

        public class Plugin implements HashPlugin {
            %s

            static class Count implements StreamHash {
                final String id;
                Count(String id) { this.id = id; }
                public HashId id() { return HashId.of(id); }
                public int length() { return 4; }
                public String purpose() { return "counts bytes"; }
                public Hasher newHasher() {
                    return new Hasher() {
                        int count;
                        public void update(ByteBuffer bytes) {
                            count += bytes.remaining();
                            bytes.position(bytes.limit());
                        }
                        public byte[] finish() {
                            return ByteBuffer.allocate(4).putInt(count).array();
                        }
                    };
                }
            }
        }
        """
                .formatted(module, body);
    }

    /** The body of a plugin that offers these. */
    static String offers(String... ids) {
        return "public Collection<? extends HashAlgorithm> algorithms() { return List.of(%s); }"
                .formatted(
                        String.join(
                                ", ",
                                List.of(ids).stream()
                                        .map("new Count(\"%s\")"::formatted)
                                        .toList()));
    }

    private static String interfaces(Path jar) throws IOException {
        List<String> path = new ArrayList<>();
        path.add(placeOf(HashPlugin.class));
        path.add(placeOf(ProviderPlugin.class));
        if (Files.isDirectory(jar.getParent())) {
            try (var beside = Files.list(jar.getParent())) {
                beside.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(path::add);
            }
        }
        return String.join(File.pathSeparator, path);
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code =
                ToolProvider.findFirst(tool)
                        .orElseThrow()
                        .run(out, out, arguments.toArray(String[]::new));
        assertThat(code).as("%s %s%n%s", tool, arguments, said).isZero();
    }
}
