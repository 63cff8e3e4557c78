package dev.assay.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds README.md to what it promises. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS =
            Pattern.compile("^(?:public final )?class (\\w+)", Pattern.MULTILINE);

    @TempDir Path folder;

    @Test
    void everyProgramInTheReadmeCompiles() throws IOException {
        List<String> programs =
                JAVA.matcher(readme()).results().map(found -> found.group(1)).toList();

        assertThat(programs).hasSize(2);
        for (String program : programs) {
            assertThat(errorsOf(program)).as(program).isEmpty();
        }
    }

    @Test
    void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).contains("mvn -B -ntp verify");
        assertThat(readme()).contains("\nmvn -B -ntp verify\n");
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private String errorsOf(String program) throws IOException {
        Matcher name = CLASS.matcher(program);
        assertThat(name.find()).isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), program);
        Process javac =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                                "-cp",
                                ourClasses(),
                                "-d",
                                folder.toString(),
                                source.toString())
                        .redirectErrorStream(true)
                        .start();
        return new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The classes of the modules that an embedder or a plugin author has on the class path. */
    private static String ourClasses() {
        return List.of("hash-spi", "provider-spi", "core").stream()
                .map(module -> ROOT.resolve(module).resolve("target/classes").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
