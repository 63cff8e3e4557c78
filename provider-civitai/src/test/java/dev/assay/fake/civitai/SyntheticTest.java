package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticTest {
    @Test
    void knowsEveryFileOfALibraryByItsBytes() throws IOException {
        try (FakeCivitai fake = FakeCivitai.start()) {
            Synthetic library = Synthetic.library(fake, 1, 25_000, 6_000);
            assertThat(library.files()).hasSize(25_000);
            assertThat(fake.knownSha256s()).doesNotHaveDuplicates().hasSize(25_000);
            Synthetic.Known known = library.files().getLast();
            assertThat(Synthetic.sha256(library.content(known.index()))).isEqualTo(known.sha256());
            Client client = new Client(fake.baseUrl());
            String tenThousand = Json.write(fake.knownSha256s().subList(0, 10_000));
            Object rows = client.post("/api/v1/model-versions/by-hash/ids", tenThousand).json();
            assertThat(Json.array(rows)).hasSize(10_000);
        }
    }

    @Test
    void editsAHeaderWithoutTouchingTheTensors() throws IOException {
        try (FakeCivitai fake = FakeCivitai.start()) {
            Synthetic library = Synthetic.library(fake, 1, 10, 3);
            byte[] edited = library.edited(4);
            assertThat(Synthetic.autoV3(edited)).isEqualTo(Synthetic.autoV3(library.content(4)));
            assertThat(fake.knownSha256s()).doesNotContain(Synthetic.sha256(edited));
            Client client = new Client(fake.baseUrl());
            String path = "/api/v1/model-versions/by-hash/" + Synthetic.autoV3(edited);
            assertThat(client.get(path).status()).isEqualTo(200);
            assertThat(List.of(library.models())).containsExactly(3);
        }
    }
}
