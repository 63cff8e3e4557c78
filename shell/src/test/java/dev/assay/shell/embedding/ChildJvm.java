package dev.assay.shell.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a program that embeds Assay in a Java process of its own. */
final class ChildJvm {
    private static final List<String> OURS =
            List.of(
                    "dev.assay.core",
                    "dev.assay.hash.builtin",
                    "dev.assay.hash.blake3",
                    "dev.assay.provider.civitai");
    private static final List<String> TEST_ONLY =
            List.of("junit", "assertj", "archunit", "apiguardian", "opentest4j", "surefire");

    private ChildJvm() {}

    /** What a process said before it ended well. */
    record Said(List<String> out, String err) {

        /** {@return the value that a line of the form "key value" gives} */
        String value(String key) {
            return out.stream()
                    .filter(line -> line.startsWith(key + " "))
                    .map(line -> line.substring(key.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + key + " in " + out + err));
        }
    }

    /** Every module on the module path. */
    static Said onModulePath(Path program, String... arguments)
            throws IOException, InterruptedException {
        return run(
                List.of("-p", path(), "--add-modules", String.join(",", OURS)), program, arguments);
    }

    /** Nothing but a class path. */
    static Said onClassPath(Path program, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of("-cp", path()), program, arguments);
    }

    private static Said run(List<String> options, Path program, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("assay-child", ".out");
        Path err = Files.createTempFile("assay-child", ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.add(program.toString());
        command.addAll(Arrays.asList(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        Said said = new Said(Files.readAllLines(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        assertThat(ended).as("ended in time: %s", said).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isZero();
        return said;
    }

    /** What runs, found on the paths of this test's own process. */
    static String path() {
        Set<String> entries = new LinkedHashSet<>();
        Stream.of("hash-spi", "hash-builtin", "hash-blake3", "provider-spi", "provider-civitai")
                .forEach(module -> entries.add(classes(module)));
        entries.add(classes("core"));
        Stream.of("jdk.module.path", "java.class.path", "surefire.test.class.path")
                .flatMap(name -> Stream.of(System.getProperty(name, "").split(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.contains("dev/assay"))
                .filter(entry -> TEST_ONLY.stream().noneMatch(entry::contains))
                .forEach(entries::add);
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static String classes(String module) {
        return Path.of("..", module, "target", "classes").toAbsolutePath().normalize().toString();
    }
}
