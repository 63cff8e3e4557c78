package dev.assay.core.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.internal.testfiles.Bytes;
import dev.assay.core.internal.testfiles.PickleBytes;
import dev.assay.core.internal.testfiles.SafetensorsBytes;
import dev.assay.core.internal.testfiles.ZipBytes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inspects hostile files in a process of its own with 128 MB, and looks whether any of them ran.
 */
class HostileProcessTest {

    private static final Path SET = Path.of("../../shared/fixtures/hostile/hostile.zip");
    private static final Pattern FIGURES =
            Pattern.compile("files=(\\d+) slowest=(\\d+) processes=(\\d+)");
    private static final int MAX_MILLIS = 5_000;

    @TempDir private Path folder;

    @Test
    void runsNothingOfWhatItInspects() throws IOException, InterruptedException {
        Path canary = folder.resolve("canary");
        Path files = Files.createDirectory(folder.resolve("files"));
        byte[] touch =
                PickleBytes.protocol(2)
                        .global("posix", "system")
                        .text("touch '" + canary + "'")
                        .op(0x85, 'R')
                        .stop();
        Files.write(files.resolve("a.pkl"), touch);
        Files.write(files.resolve("a.pt"), ZipBytes.torch(touch));
        Files.write(files.resolve("a.pth"), PickleBytes.legacy(touch));
        Files.write(files.resolve("a.bin"), new ZipBytes().deflated("data.pkl", touch).done());
        Files.write(files.resolve("a.npy"), new Bytes().text("\u0093NUMPY").raw(touch).done());
        String output = inspect(files);
        assertThat(output).contains("DANGEROUS a.pkl", "DANGEROUS a.pt", "DANGEROUS a.bin");
        assertThat(canary).doesNotExist();
        assertFigures(output, 5);
    }

    /** Names of nearly a million bytes, the most that one may have: cut to pieces in many ways. */
    @Test
    void staysWithinTimeAndMemoryOnNamesOfManyParts() throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("files"));
        List<String> names =
                List.of(
                        ".".repeat(1_000_000),
                        "a.1.".repeat(250_000),
                        "module.".repeat(140_000) + "weight",
                        "state_dict.".repeat(90_000) + "weight",
                        "transformer.".repeat(80_000) + "x.lora_A.weight",
                        "lora_unet_".repeat(99_000) + "x.lora_down.weight");
        for (String name : names) {
            String tensor = SafetensorsBytes.tensor(name, "F16", "[1]", 0, 2);
            Path file = files.resolve(names.indexOf(name) + ".safetensors");
            Files.write(file, SafetensorsBytes.of("{" + tensor + "}", 2));
        }
        assertFigures(inspect(files), names.size());
    }

    @Test
    void staysWithinTimeAndMemoryOnOtherPeoplesFiles() throws IOException, InterruptedException {
        assumeTrue(
                Boolean.getBoolean("assay.hostile.process") && Files.isReadable(SET),
                "needs -Dassay.hostile.process=true and the hostile set");
        int count = unpack();
        String output = inspect(folder.resolve("files"));
        System.out.println("hostile process: " + output.lines().toList().getLast());
        assertFigures(output, count);
    }

    private static void assertFigures(String output, int files) {
        Matcher figures = FIGURES.matcher(output);
        assertThat(figures.find()).as(output).isTrue();
        assertThat(Integer.parseInt(figures.group(1))).isEqualTo(files);
        assertThat(Integer.parseInt(figures.group(2))).isLessThan(MAX_MILLIS);
        assertThat(figures.group(3)).isEqualTo("0");
    }

    private int unpack() throws IOException {
        int count = 0;
        try (ZipFile zip = new ZipFile(SET.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                Path file = folder.resolve("files").resolve(entry.getName());
                Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                count++;
            }
        }
        return count;
    }

    private String inspect(Path files) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                InspectEverything.class.getName(),
                                files.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int exit = process.waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        return text;
    }

    /** The tests run in a module; the program runs on the same jars without one. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .flatMap(name ->
                        Arrays.stream(System.getProperty(name, "").split(File.pathSeparator)))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + File.pathSeparator + right)
                .map(path -> path + File.pathSeparator + Path.of("target", "test-classes"))
                .orElseThrow();
    }
}
