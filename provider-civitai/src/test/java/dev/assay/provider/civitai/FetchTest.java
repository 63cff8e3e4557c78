package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.fake.civitai.Route;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    private FakeCivitai fake;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
        fake.add(
                ModelSpec.model(4201)
                        .version(130072, version -> version.file(Bench.sha256(1).hex()))
                        .version(29460, version -> version.file(Bench.sha256(2).hex())));
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private Outcome fetch(String address) throws InterruptedException {
        return Bench.provider(fake.baseUrl(), new PlainGateway("")).fetch(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4201@29460",
                " civitai:4201@29460 ",
                "https://civitai.com/models/4201?modelVersionId=29460",
                "https://civitai.com/models/4201/realistic-vision?foo=1&modelVersionId=29460#x",
                "https://civitai.red/models/4201?modelVersionId=29460",
                "https://civitai.com/api/download/models/29460?type=Model",
                "https://civitai.com/model-versions/29460",
                "urn:air:sd1:checkpoint:civitai:4201@29460",
                "urn:air:sd1:checkpoint:civitai:4201@29460.safetensors"
            })
    void understandsWhatPeoplePaste(String address) throws Exception {
        assertThat(Bench.candidates(fetch(address)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.model().address()).isEqualTo("4201@29460");
                    assertThat(found.match()).isEqualTo(Match.MANUAL);
                    assertThat(found.model().creator()).contains("tester");
                });
    }

    @Test
    void givesEveryVersionOfAModelNamedWithoutOne() throws Exception {
        assertThat(Bench.candidates(fetch("4201"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4201@",
                "4201@x",
                "99999999999999999999",
                "https://example.org/models/4201",
                "https://civitai.com.evil.example/models/4201",
                "https://civitai.com@evil.example/models/4201",
                "https://civitai.com/user/4201",
                "urn:air:sd1:checkpoint:huggingface:4201@29460"
            })
    void asksNobodyForWhatIsNoAddressOfTheSite(String address) throws Exception {
        assertThat(fetch(address)).isInstanceOf(Outcome.NotFound.class);
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void doesNotTakeAnOutageForAMissingModel() throws Exception {
        fake.faults().always(Route.MODEL, Faults.gateway(502));
        assertThat(fetch("4201")).isInstanceOf(Outcome.Unavailable.class);
    }
}
