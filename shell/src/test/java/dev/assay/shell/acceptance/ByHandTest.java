package dev.assay.shell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.Library;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.IdentifyRequest;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Identity.State;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanRequest;
import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.Synthetic;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's word on who a file is, over look-ups and restarts. */
class ByHandTest {
    @TempDir Path folder;

    private FakeCivitai fake;
    private Library library;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        Synthetic known = Synthetic.library(fake, 4, 1, 1);
        fake.add(ModelSpec.model(4201).version(130072, _ -> {}).version(29460, _ -> {}));
        Path models = Files.createDirectory(folder.resolve("models"));
        file = models.resolve("a.safetensors");
        Files.write(file, known.content(0));
        library = open();
        library.scan(
                ScanRequest.of(models).identifying(IdentifyChoice.ALL, true),
                JobListener.NONE,
                new Cancellation());
    }

    private Library open() {
        return Library.builder()
                .catalog(folder.resolve("catalog.db"))
                .providerSetting("civitai", "base-url", fake.baseUrl())
                .providerSetting("civitai", "interval", "0s")
                .open();
    }

    @AfterEach
    void stop() throws IOException {
        library.close();
        fake.close();
    }

    private Identity identity() {
        return library.entry(file).orElseThrow().identity("civitai").orElseThrow();
    }

    private String address() {
        return identity().preferred().orElseThrow().model().address();
    }

    private void askAgain() {
        library.identify(
                new IdentifyRequest(List.of(file), Optional.empty(), true, true, false, 50),
                JobListener.NONE,
                new Cancellation());
    }

    @Test
    void standsAgainstLookUpsUntilItIsForgotten() {
        assertThat(address()).isEqualTo("1@1000001");
        String link = "https://civitai.com/models/4201?modelVersionId=29460";
        assertThat(library.identities().set(file, "civitai", link, true))
                .isInstanceOf(Outcome.Found.class);
        library.close();
        library = open();
        askAgain();
        assertThat(identity().preferred().map(Candidate::match)).contains(Match.MANUAL);
        assertThat(address()).isEqualTo("4201@29460");
        library.identities().forget(file, "civitai");
        askAgain();
        assertThat(address()).isEqualTo("1@1000001");
    }

    @Test
    void rulesAModelOutForGood() {
        assertThat(library.identities().reject(file, "civitai", "77@88")).isFalse();
        assertThat(library.identities().reject(file, "civitai", "1@1000001")).isTrue();
        askAgain();
        assertThat(identity().state()).isEqualTo(State.NOT_FOUND);
    }

    @Test
    void changesNothingWhenTheAddressCannotBeHad() {
        Identity before = identity();
        assertThat(library.identities().set(file, "civitai", "999@1", true))
                .isInstanceOf(Outcome.NotFound.class);
        assertThat(library.identities().set(file, "civitai", "4201", false))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(identity()).isEqualTo(before);
    }
}
