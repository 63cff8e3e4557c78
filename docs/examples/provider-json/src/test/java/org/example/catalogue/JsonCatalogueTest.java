package org.example.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.Settings;
import dev.assay.provider.spi.contract.ProviderContract;
import dev.assay.provider.spi.contract.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonCatalogueTest {
    private static final HttpGateway NO_NETWORK =
            request -> {
                throw new AssertionError("This provider is offline");
            };
    private static final Digest HELLO =
            new Digest(
                    HashId.of("sha256"),
                    "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
    private static final Digest OTHER = new Digest(HashId.of("sha256"), "00".repeat(32));

    private final JsonCataloguePlugin plugin = new JsonCataloguePlugin();

    /** Each sentence of the contract is a test of its own. */
    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        Subject subject =
                new Subject(
                        JsonCataloguePlugin::new,
                        Map.of("file", "catalogue.json"),
                        Set.of(),
                        NO_NETWORK,
                        List.of(HELLO),
                        List.of(OTHER));
        return ProviderContract.of(subject).stream()
                .map(clause -> DynamicTest.dynamicTest(clause.sentence(), clause::check));
    }

    @Test
    void knowsWhatTheFileLists() throws InterruptedException {
        Map<Digest, Outcome> answers = new HashMap<>();
        open("catalogue.json").lookUp(List.of(HELLO, OTHER), answers::put);

        var found = assertInstanceOf(Outcome.Found.class, answers.get(HELLO));
        assertEquals("hello@1", found.candidates().getFirst().model().address());
        assertEquals(new Outcome.NotFound(), answers.get(OTHER));
    }

    @Test
    void saysWhichSettingIsAtFault() {
        for (String file : List.of("no-such-file.json", "pom.xml")) {
            assertEquals(
                    "file",
                    assertThrows(InvalidSettingException.class, () -> open(file)).key());
        }
    }

    private Provider open(String file) {
        return plugin.open(settings(file), NO_NETWORK);
    }

    private static Settings settings(String file) {
        return new Settings() {
            @Override
            public Optional<String> get(String key) {
                return Optional.of(file);
            }

            @Override
            public boolean hasSecret(String key) {
                return false;
            }
        };
    }
}
