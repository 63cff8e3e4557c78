package dev.assay.shell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.run.GlobalOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the launcher with a java that only prints what it is asked to do. */
class LauncherTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan models --hash",
                "scan --hash=sha256,blake3 models",
                "scan --hash=all models",
                "scan models --identify all --anonymous",
                "--catalog ls identify x",
                "identify x",
                "shell",
                "hash -a blake3 x",
                "hash --algorithm=sha256,blake3 x",
                "hash -a all x",
                "hash -c SUMS"
            })
    void givesVectorsToWhatMayComputeBlake3(String line) throws Exception {
        assertThat(launched(line)).contains(VECTORS).doesNotContain(QUICK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls",
                "--version",
                "help scan",
                "scan -h",
                "--help",
                "-o json ls",
                "__complete scan"
            })
    void startsWhatIsSoonOverWithoutThem(String line) throws Exception {
        assertThat(launched(line)).doesNotContain(VECTORS).contains(QUICK);
    }

    @Test
    void letsOnlyAScanCountCallsWhileTheSecondCompilerIsBusy() throws Exception {
        assertThat(launched("scan models")).contains("-XX:Tier3DelayOn=0");
        assertThat(launched("hash x")).doesNotContain("-XX:Tier3DelayOn=0");
        assertThat(launched("scan --help")).doesNotContain("-XX:Tier3DelayOn=0");
    }

    @Test
    void asksForLargePagesOnlyWhereTheKernelHasThem() throws Exception {
        Path offered = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        boolean given = Files.exists(offered) && !Files.readString(offered).contains("[never]");

        assertThat(launched("ls").contains("-XX:+UseTransparentHugePages")).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash x", "scan models", "scan --hash=sha256 models"})
    void hashesWithoutVectorsWhatTheyAreNotFor(String line) throws Exception {
        assertThat(launched(line)).doesNotContain(VECTORS, QUICK);
    }

    /** Compiling each loop twice takes longer than hashing so little. */
    @Test
    void compilesLoopsOnceWhereTheyHashLittle() throws Exception {
        String once = "-XX:-UseOnStackReplacement";
        String little = Files.writeString(folder.resolve("little"), "little").toString();

        assertThat(launched("hash -a blake3 " + little)).contains(once).doesNotContain(VECTORS);
        assertThat(launched("yes", "hash -a all " + little)).contains(once);
        assertThat(launched("hash -c -a blake3 " + little)).doesNotContain(once).contains(VECTORS);
        assertThat(launched("hash " + little)).doesNotContain(once);
        assertThat(launched("hash -a blake3 " + folder)).doesNotContain(once).contains(VECTORS);
    }

    @Test
    void knowsEveryOptionThatTakesTheNextWord() throws Exception {
        for (String option : GlobalOptions.TAKING_A_VALUE) {
            assertThat(launched(option + " ls identify")).as(option).contains(VECTORS);
        }
    }

    @Test
    void usesTheCacheOfTheModulesItStartsWith() throws Exception {
        Files.writeString(folder.resolve("plain.aot"), "");
        Files.writeString(folder.resolve("vectors.aot"), "");

        assertThat(launched("ls")).contains("-XX:AOTCache=" + folder + "/plain.aot");
        assertThat(launched("identify")).contains("-XX:AOTCache=" + folder + "/vectors.aot");
    }

    @Test
    void namesNoCacheThatIsNotThere() throws Exception {
        assertThat(launched("ls")).noneMatch(word -> word.startsWith("-XX:AOTCache"));
    }

    @Test
    void givesVectorsAndTheOneCacheToEveryCommandWhereTheyCostNothing() throws Exception {
        Files.writeString(folder.resolve("plain.aot"), "");

        for (String line : List.of("ls", "scan", "hash x")) {
            assertThat(launched("yes", line))
                    .as(line)
                    .contains(VECTORS, "-XX:+EnableVectorSupport")
                    .contains("-XX:AOTCache=" + folder + "/plain.aot");
        }
        assertThat(launched("ls")).doesNotContain("-XX:+EnableVectorSupport");
    }

    /** The JVM would take the first file that it opens for the stream. */
    @Test
    void putsInThePlaceOfAClosedStreamWhatGivesTheSameError() throws Exception {
        assertThat(launchedWith("cat", "<&-", "")).contains("Bad file descriptor");
        assertThat(launchedWith("echo lost || echo told >&2", ">&-", "")).contains("told");
        assertThat(launchedWith("echo lost >&2; echo kept", "2>&-", "")).isEqualTo("kept\n");
        assertThat(launchedWith("cat", "", "given\n")).isEqualTo("given\n");
    }

    private String launchedWith(String java, String streams, String input)
            throws IOException, InterruptedException {
        Path script = script(java);
        String line =
                "java=%s modules= inside= caches= natives=; . src/launcher/launch.sh; launch ls %s"
                        .formatted(script, streams);
        Process process = new ProcessBuilder("sh", "-uc", line).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Path script(String lines) throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + lines + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private List<String> launched(String line) throws IOException, InterruptedException {
        return launched("", line);
    }

    private List<String> launched(String inside, String line)
            throws IOException, InterruptedException {
        Path java = script("printf '%s\\n' \"$@\"");
        String script =
                "java=%s modules=/lib inside=%s caches=%s natives=/none; . src/launcher/launch.sh; launch \"$@\""
                        .formatted(java, inside, folder);
        List<String> command = new ArrayList<>(List.of("sh", "-uc", script, "sh"));
        command.addAll(List.of(line.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return new String(said, StandardCharsets.UTF_8).lines().toList();
    }
}
