package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/** Makes the jars of plugins with one fault each, by javac, in a plugin folder. */
public final class FaultyPlugins {
    private static final String FINE = "return new byte[] {1, 2, 3, 4};";

    private static final String ENDLESS = "while (true) Thread.onSpinWait();";

    private final Path work;
    private final Path plugins;

    /** Makes them in that folder. */
    public FaultyPlugins(Path work, Path plugins) {
        this.work = work;
        this.plugins = plugins;
    }

    /** A plugin without a fault: the hash {@code good}. */
    public void good() throws IOException {
        good("good");
    }

    /** A plugin without a fault, and its hash, of this name. */
    public void good(String name) throws IOException {
        jar(name, Map.of("Plugin", plugin(name, "", FINE)), List.of());
    }

    /** A plugin whose hash {@code seven} never ends. */
    void hanging() throws IOException {
        jar("hangs", Map.of("Plugin", plugin("seven", "", ENDLESS)), List.of());
    }

    /** A provider without a fault, which knows every file. */
    void goodProvider() throws IOException {
        provider(
                "good-provider",
                "100",
                """
                new Outcome.Found(List.of(new Candidate(
                        ModelInfo.builder("1", "2").modelName("good").files(List.of(
                                PublishedFile.of("a", List.of(digest)))).build(), Match.EXACT)))\
                """);
    }

    /** A provider that takes any number of questions, and answers that it is busy for ever. */
    void boundlessProvider() throws IOException {
        provider(
                "boundless-provider",
                "Integer.MAX_VALUE",
                "new Outcome.Unavailable(Outcome.Unavailable.Cause.BUSY, \"busy\","
                        + " Optional.of(Duration.ofSeconds(Long.MAX_VALUE)))");
    }

    private void provider(String name, String batch, String outcome) throws IOException {
        String module = packageOf(name);
        compile(
                plugins.resolve(name).resolve("plugin.jar"),
                Map.of(
                        "module-info.java",
                        "module %1$s { requires dev.assay.provider.spi; provides dev.assay.provider.spi.ProviderPlugin with %1$s.Plugin; }"
                                .formatted(module),
                        path(name, "Plugin"),
                        """
                        package %s;
                        import dev.assay.hash.spi.*;
                        import dev.assay.provider.spi.*;
                        import java.time.Duration;
                        import java.util.*;
                        public class Plugin implements ProviderPlugin, Provider {
                            public String name() { return "%s"; }
                            public List<Setting> settings() { return List.of(); }
                            public Access access(Settings settings) { return Access.none(); }
                            public Provider open(Settings settings, HttpGateway http) { return this; }
                            public List<Accepted> accepts() {
                                return List.of(new Accepted(HashId.of("sha256"), %s, Match.EXACT));
                            }
                            public void lookUp(List<Digest> digests, Answers answers) {
                                for (Digest digest : digests) answers.put(digest, %s);
                            }
                        }
                        """
                                .formatted(module, name, batch, outcome)),
                List.of(
                        "META-INF/services/dev.assay.provider.spi.ProviderPlugin",
                        module + ".Plugin"),
                List.of());
    }

    /** {@return the names of all faulty plugins, which are made} */
    List<String> all() throws IOException {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put(
                "throws-in-init",
                plugin("one", "static int x = 1 / Integer.parseInt(\"0\");", FINE));
        bodies.put(
                "throws-in-constructor",
                plugin(
                        "two",
                        "public Plugin() { throw new IllegalStateException(\"no\"); }",
                        FINE));
        bodies.put(
                "throws-in-call", plugin("three", "", "throw new IllegalStateException(\"no\");"));
        bodies.put("throws-an-error", plugin("four", "", "throw new AssertionError(\"no\");"));
        bodies.put("overflows-the-stack", plugin("five", "", "return finish();"));
        bodies.put("wants-a-gigabyte", plugin("six", "", "return new byte[1 << 30];"));
        bodies.put("hangs", plugin("seven", "", ENDLESS));
        bodies.put("returns-null", plugin("eight", "", "return null;"));
        bodies.put("wrong-length", plugin("nine", "", "return new byte[5];"));
        bodies.put("takes-our-id", plugin("sha256", "", FINE));
        bodies.put("newer-interface", plugin("eleven", "static { HashId.later(); }", FINE));
        bodies.put("newer-interface-in-call", plugin("twelve", "", "HashId.later(); " + FINE));
        bodies.put("endless-list", endlessList());
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            jar(body.getKey(), Map.of("Plugin", body.getValue()), newerInterface(body.getKey()));
        }
        splitPackage();
        missingRequirement();
        List<String> names = new ArrayList<>(bodies.keySet());
        names.addAll(List.of("splits-a-package", "misses-a-module"));
        return names;
    }

    private static String endlessList() {
        return plugin("thirteen", "", FINE)
                .replace(
                        "return List.of(this);",
                        "return new AbstractList<HashAlgorithm>() {"
                                + " public HashAlgorithm get(int i) { return Plugin.this; }"
                                + " public int size() { return Integer.MAX_VALUE; } };");
    }

    /** A plugin that is its own hash of four bytes; the last statement makes the digest. */
    private static String plugin(String id, String members, String digest) {
        return """
        import dev.assay.hash.spi.*;
        import java.nio.ByteBuffer;
        import java.util.*;
        public class Plugin implements HashPlugin, StreamHash {
            %s
            public Collection<? extends HashAlgorithm> algorithms() { return List.of(this); }
            public HashId id() { return HashId.of("%s"); }
            public int length() { return 4; }
            public String purpose() { return "a test"; }
            public Hasher newHasher() {
                return new Hasher() {
                    public void update(ByteBuffer bytes) { bytes.position(bytes.limit()); }
                    public byte[] finish() { %s }
                };
            }
        }
        """
                .formatted(members, id, digest);
    }

    private void splitPackage() throws IOException {
        String name = "splits-a-package";
        jar(name, Map.of("Plugin", plugin("ten", "", FINE)), List.of());
        compile(
                plugins.resolve(name + "/other.jar"),
                Map.of(
                        "module-info.java",
                        "module org.other { }",
                        path(name, "Other"),
                        "package %s; class Other {}".formatted(packageOf(name))),
                List.of(),
                List.of());
    }

    private void missingRequirement() throws IOException {
        String name = "misses-a-module";
        Path missing = work.resolve("missing/missing.jar");
        compile(
                missing,
                Map.of("module-info.java", "module org.missing { }"),
                List.of(),
                List.of());
        compile(
                plugins.resolve(name + "/plugin.jar"),
                sources(
                        name,
                        Map.of("Plugin", plugin("fourteen", "", FINE)),
                        "requires org.missing;"),
                List.of(),
                List.of("-p", path(missing)));
    }

    /** Options to compile against an interface that has a method more than the real one. */
    private List<String> newerInterface(String name) throws IOException {
        if (!name.startsWith("newer")) {
            return List.of();
        }
        Path patch = work.resolve("newer-" + name);
        Path source = work.resolve("newer-src/dev/assay/hash/spi/HashId.java");
        Files.createDirectories(source.getParent());
        String real =
                Files.readString(
                        Path.of("../hash-spi/src/main/java/dev/assay/hash/spi/HashId.java"));
        int end = real.lastIndexOf('}');
        Files.writeString(source, real.substring(0, end) + "public static void later() {} }");
        run(
                "javac",
                List.of(
                        "-d",
                        patch.toString(),
                        "-p",
                        ChildJvm.path(),
                        "--add-modules",
                        "dev.assay.hash.spi",
                        "--patch-module",
                        "dev.assay.hash.spi="
                                + source.getParent()
                                        .getParent()
                                        .getParent()
                                        .getParent()
                                        .getParent(),
                        source.toString()));
        return List.of("--patch-module", "dev.assay.hash.spi=" + patch);
    }

    private void jar(String name, Map<String, String> classes, List<String> options)
            throws IOException {
        compile(
                plugins.resolve(name).resolve("plugin.jar"),
                sources(name, classes, ""),
                List.of(
                        "META-INF/services/dev.assay.hash.spi.HashPlugin",
                        packageOf(name) + ".Plugin"),
                options);
    }

    private static Map<String, String> sources(
            String name, Map<String, String> classes, String more) {
        Map<String, String> sources = new TreeMap<>();
        sources.put(
                "module-info.java",
                "module %1$s { requires dev.assay.hash.spi; %2$s provides dev.assay.hash.spi.HashPlugin with %1$s.Plugin; }"
                        .formatted(packageOf(name), more));
        classes.forEach((type, body) ->
                sources.put(path(name, type), "package " + packageOf(name) + ";\n" + body));
        return sources;
    }

    private static String packageOf(String name) {
        return "org." + name.replace("-", "");
    }

    private static String path(String name, String type) {
        return packageOf(name).replace('.', '/') + "/" + type + ".java";
    }

    private void compile(
            Path jar, Map<String, String> sources, List<String> service, List<String> options)
            throws IOException {
        Path folder = Files.createTempDirectory(work, "compile");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> javac = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        if (!options.contains("-p")) {
            javac.addAll(List.of("-p", ChildJvm.path()));
        }
        javac.addAll(options);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            javac.add(Files.writeString(file, source.getValue()).toString());
        }
        run("javac", javac);
        if (!service.isEmpty()) {
            Path file = classes.resolve(service.getFirst());
            Files.createDirectories(file.getParent());
            Files.writeString(file, service.getLast());
        }
        Files.createDirectories(jar.getParent());
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    }

    private static String path(Path more) {
        return ChildJvm.path() + File.pathSeparator + more;
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
