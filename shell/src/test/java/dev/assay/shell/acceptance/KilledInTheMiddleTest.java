package dev.assay.shell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.RequestLog;
import dev.assay.fake.civitai.Route;
import dev.assay.fake.civitai.Synthetic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while it asks; what was answered is never asked again. 5,000 files with
 * {@code -Dassay.acceptance=full}, 300 otherwise.
 */
class KilledInTheMiddleTest {
    private static final boolean FULL = "full".equals(System.getProperty("assay.acceptance"));
    private static final int FILES = FULL ? 5_000 : 300;
    private static final int MODELS = FULL ? 2_500 : 300;
    private static final Pattern HASH = Pattern.compile("\"([0-9A-F]{64})\"");
    private static final Pattern FOUND = Pattern.compile("\"outcome\": ?\"found\"");

    @TempDir Path folder;

    private FakeCivitai fake;
    private AssayProcess assay;
    private Path models;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        Synthetic library = Synthetic.library(fake, 13, FILES, MODELS);
        Path home = Files.createDirectory(folder.resolve("home"));
        models = Files.createDirectory(folder.resolve("models"));
        for (int i = 0; i < FILES; i++) {
            Files.write(models.resolve("model" + i + ".safetensors"), library.content(i));
        }
        assay = new AssayProcess(home).with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    @Test
    void whatWasAnsweredBeforeTheKillIsNotAskedAgain() throws Exception {
        AssayProcess.Done hashed =
                assay.run("scan", models.toString(), "--hash=sha256", "--identify", "none");
        assertThat(hashed.exit()).as(hashed.err()).isZero();
        int pages = MODELS / 100;
        int killAt = pages / 2 + 2;
        CountDownLatch reached = new CountDownLatch(1);
        // Time to store what came before; the answers of the last moment may be lost.
        fake.faults().on(Route.MODELS, killAt - 1, Faults.delay(Duration.ofSeconds(2)));
        fake.faults()
                .on(
                        Route.MODELS,
                        killAt,
                        (_, healthy) -> {
                            reached.countDown();
                            return healthy.get().after(Duration.ofMinutes(5));
                        });
        Process process =
                assay.start(
                        folder.resolve("out1"), folder.resolve("err1"), "identify", "--anonymous");
        try {
            assertThat(reached.await(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        int known = found();
        System.out.printf(
                "Killed at list call %d of %d: %d of %d files were answered%n",
                killAt, pages, known, FILES);
        assertThat(known).isPositive().isLessThan(FILES);
        Set<String> first = asked();
        assertThat(first).hasSize(FILES);

        fake.faults().clear();
        fake.log().forget();
        AssayProcess.Done again = assay.run("identify", "--anonymous");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(asked()).hasSize(FILES - known);
        assertThat(found()).isEqualTo(FILES);
        System.out.printf(
                "The next run: %d hashes, %d requests%n", FILES - known, fake.log().count());

        if (FULL) {
            fake.log().forget();
            assertThat(assay.run("identify", "--anonymous").exit()).isZero();
            assertThat(fake.log().count()).isZero();
        }
    }

    private int found() {
        String out = assay.run("ls", "--json").out();
        return (int) FOUND.matcher(out).results().count();
    }

    private Set<String> asked() {
        Set<String> hashes = new HashSet<>();
        for (RequestLog.Entry entry : fake.log().of(Route.BY_HASH_IDS)) {
            Matcher matcher = HASH.matcher(entry.request().text());
            while (matcher.find()) {
                hashes.add(matcher.group(1));
            }
        }
        return hashes;
    }
}
