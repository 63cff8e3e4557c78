package dev.assay.shell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.Route;
import dev.assay.shell.acceptance.AssayProcess.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes that a server causes, as the system sees them. */
class ServerExitCodesTest {
    @TempDir Path folder;

    private FakeCivitai fake;
    private AssayProcess assay;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("model.ckpt"), "some bytes that nobody published");
        assay = new AssayProcess(home).with("ASSAY_CIVITAI_BASE_URL", fake.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private Done identify(String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "identify";
        words[1] = "model.ckpt";
        System.arraycopy(more, 0, words, 2, more.length);
        return assay.run(words);
    }

    @Test
    void threeWithoutATokenAndWithoutTheUsersWord() {
        Done done = identify();
        assertThat(done.exit()).isEqualTo(3);
        assertThat(done.err()).containsOnlyOnce("--anonymous");
        assertThat(identify("--no-input").exit()).isEqualTo(3);
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void zeroWithoutATokenWhenNothingWasToBeAsked() {
        identify("--anonymous");
        assertThat(assay.run("identify").exit()).isZero();
    }

    @Test
    void fourWhenTheOneFileIsUnknown() {
        assertThat(identify("--anonymous").exit()).isEqualTo(4);
    }

    @Test
    void fiveWhenNobodyIsThere() throws IOException {
        fake.close();
        Done done = identify("--anonymous");
        assertThat(done.exit()).isEqualTo(5);
        assertThat(done.err()).containsOnlyOnce("civitai gave no answer about 1 file: ");
    }

    @Test
    void fiveWhenNobodyIsThereToAskAgain() throws IOException {
        assertThat(identify("--anonymous").exit()).isEqualTo(4);
        fake.close();
        assertThat(identify("--anonymous", "--refresh").exit()).isEqualTo(5);
        Done done = assay.run("identify", "--anonymous", "--refresh");
        assertThat(done.exit()).isEqualTo(5);
        assertThat(done.err())
                .contains("1 not found")
                .containsOnlyOnce("civitai gave no answer about 1 file: ");
    }

    @Test
    void fiveWhenTheServerIsBroken() {
        fake.faults().always(Route.BY_HASH_IDS, Faults.challenge());
        fake.faults().always(Route.BY_HASH, Faults.challenge());
        assertThat(identify("--anonymous").exit()).isEqualTo(5);
    }

    @Test
    void sixWhenTheServerAsksForALongPause() {
        fake.faults().always(Route.BY_HASH_IDS, Faults.tooMany("1500"));
        Done done = identify("--anonymous");
        assertThat(done.exit()).isEqualTo(6);
        assertThat(done.err()).contains("1 pending");
    }

    @Test
    void fiveWhenNoNetworkIsWantedAndSomethingWasToBeAsked() {
        Done done = identify("--anonymous", "--offline");
        assertThat(done.exit()).isEqualTo(5);
        assertThat(done.err()).containsOnlyOnce("Offline");
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void zeroWhenNoNetworkIsWantedAndAllIsKnown() {
        identify("--anonymous");
        assertThat(assay.run("identify", "--anonymous", "--offline").exit()).isZero();
    }

    @Test
    void plansTheQuestionsThatItAsks() {
        assay.run("scan", ".", "--identify", "none");
        assertThat(identify("-n").err())
                .contains("1 file would be asked about")
                .containsOnlyOnce("--anonymous");
        identify("--anonymous");
        assertThat(identify("-n").err()).contains("0 files would be asked about");
        assertThat(assay.run("identify", "-n").err()).contains("0 files would be asked about");
        assertThat(identify("-n", "--refresh").err()).contains("1 file would be asked about");
    }
}
