package dev.assay.shell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Route;
import dev.assay.fake.civitai.Synthetic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves the machine until the user said so, in real processes, counted at the server. */
class NothingLeavesUnaskedTest {
    @TempDir Path folder;

    private FakeCivitai fake;
    private Path models;
    private AssayProcess assay;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        Synthetic library = Synthetic.library(fake, 12, 4, 2);
        Path home = Files.createDirectory(folder.resolve("home"));
        models = Files.createDirectory(folder.resolve("models"));
        for (int i = 0; i < 5; i++) {
            Files.write(models.resolve("model" + i + ".safetensors"), library.content(i));
        }
        assay = new AssayProcess(home).with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private static List<String> hints(AssayProcess.Done done) {
        return done.err().lines().filter(line -> line.contains("--anonymous")).toList();
    }

    @Test
    void withoutATokenAndWithoutAWordNothingIsAskedAndOneLineSaysHow() {
        AssayProcess.Done scan = assay.run("scan", models.toString(), "--identify", "all");
        assertThat(scan.exit()).as(scan.all()).isZero();
        assertThat(hints(scan)).hasSize(1);
        AssayProcess.Done identify = assay.run("identify");
        assertThat(identify.exit()).as(identify.all()).isEqualTo(3);
        assertThat(hints(identify)).hasSize(1);
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void withTheUsersWordTheHashesAreAskedAndNothingElse() {
        AssayProcess.Done scan =
                assay.run("scan", models.toString(), "--identify", "all", "--anonymous", "--json");
        assertThat(scan.exit()).as(scan.all()).isZero();
        assertThat(scan.out()).contains("\"identified\": 4").contains("\"outcome\": \"found\"");
        assertThat(fake.log().count(Route.BY_HASH_IDS)).isEqualTo(1);
        assertThat(fake.log().withKey()).isEmpty();
        assertThat(fake.log().carrying("model1")).isEmpty();
        assertThat(fake.log().carrying(models.toString())).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "assay.acceptance", matches = "full")
    void offlineNothingIsAskedWhateverElseIsSaid() {
        AssayProcess.Done scan =
                assay.with("CIVITAI_TOKEN", FakeCivitai.GOOD_KEY)
                        .run(
                                "--offline",
                                "scan",
                                models.toString(),
                                "--identify",
                                "all",
                                "--anonymous");
        assertThat(scan.exit()).as(scan.all()).isZero();
        assertThat(fake.log().count()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "assay.acceptance", matches = "full")
    void aTokenIsAWordToo() {
        AssayProcess.Done scan =
                assay.with("CIVITAI_TOKEN", FakeCivitai.GOOD_KEY)
                        .run("scan", models.toString(), "--identify", "all", "--json");
        assertThat(scan.exit()).as(scan.all()).isZero();
        assertThat(scan.out()).contains("\"identified\": 4");
        assertThat(fake.log().withKey()).isEmpty();
    }
}
