package dev.assay.provider.civitai;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.ModelSpec;
import dev.assay.provider.spi.contract.Clause;
import dev.assay.provider.spi.contract.ProviderContract;
import dev.assay.provider.spi.contract.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CivitaiContractTest {
    private static FakeCivitai fake;

    @BeforeAll
    static void start() throws IOException {
        fake = FakeCivitai.start();
        for (int i = 1; i <= 3; i++) {
            String sha256 = Bench.sha256(i).hex();
            fake.add(
                    ModelSpec.model(i)
                            .version(
                                    100 + i,
                                    version ->
                                            version.file(
                                                    sha256,
                                                    file -> file.hash("AutoV3", "ABCDEF123456"))));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        fake.close();
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        Subject subject =
                new Subject(
                        CivitaiPlugin::new,
                        Map.of("base-url", fake.baseUrl()),
                        Set.of("token"),
                        new PlainGateway("good"),
                        List.of(
                                Bench.sha256(1),
                                Bench.sha256(2),
                                Bench.sha256(3),
                                Bench.autoV3("abcdef123456")),
                        List.of(Bench.sha256(77), Bench.autoV3("000011112222")));
        return DynamicTest.stream(
                ProviderContract.of(subject).stream(), Clause::sentence, Clause::check);
    }
}
