package dev.assay.shell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout, with a Java that only says what it was called with. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CheckoutTest {

    @TempDir private Path folder;

    /** The JVM would take it, and fail where a class and its package come from two places. */
    @Test
    void forgetsTheCachesOfACheckoutThatWasMoved() throws Exception {
        Path checkout = checkout();
        Path cache = checkout.resolve("shell/target/aot/plain.aot");

        assertThat(startedFrom(checkout)).contains("-XX:AOTCache=" + cache);

        Path moved = Files.move(checkout, checkout.resolveSibling("moved"));
        assertThat(startedFrom(moved, "off")).contains("dev.assay.shell.Main");
        assertThat(moved.resolve("shell/target/aot")).doesNotExist();
    }

    @Test
    void learnsAgainWhenItsModulesAreNewerThanWhatItLearned() throws Exception {
        Path checkout = checkout();
        Path caches = checkout.resolve("shell/target/aot");
        Path module = Files.createFile(checkout.resolve("shell/target/lib/core.jar"));
        Files.setLastModifiedTime(module, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(startedFrom(checkout)).contains("-XX:AOTCache=" + caches.resolve("plain.aot"));

        Files.setLastModifiedTime(module, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(startedFrom(checkout, "off")).doesNotContain("-XX:AOTCache=");
        assertThat(caches).doesNotExist();
    }

    /** One that is built and has learned. */
    private Path checkout() throws IOException {
        Path checkout = folder.toRealPath().resolve("checkout");
        Path launcher = Files.createDirectories(checkout.resolve("shell/src/launcher"));
        for (String name : List.of("find-java.sh", "launch.sh")) {
            Files.copy(Path.of("src/launcher", name), launcher.resolve(name));
        }
        Files.copy(Path.of("../assay"), checkout.resolve("assay"));
        Path caches = Files.createDirectories(checkout.resolve("shell/target/aot"));
        Files.writeString(caches.resolve("plain.aot"), "");
        Files.writeString(caches.resolve("made-at"), checkout + "\n");
        Files.createFile(
                Files.createDirectories(checkout.resolve("shell/target/lib")).resolve(".built"));
        return checkout;
    }

    private String startedFrom(Path checkout) throws IOException, InterruptedException {
        return startedFrom(checkout, "on");
    }

    /** What is missing would be learned behind the test's back, if caches were not off. */
    private String startedFrom(Path checkout, String caches)
            throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String name : List.of("java", "javac")) {
            Files.writeString(bin.resolve(name), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
            assertThat(bin.resolve(name).toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder builder =
                new ProcessBuilder("sh", checkout.resolve("assay").toString(), "ls")
                        .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
        builder.environment().put("JAVA25_HOME", folder.resolve("jdk").toString());
        builder.environment().put("ASSAY_AOT", caches);
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return new String(said, StandardCharsets.UTF_8);
    }
}
