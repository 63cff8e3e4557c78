package dev.assay.core.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.net.Gateways;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Identity;
import dev.assay.core.model.PluginProblem;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.contract.Clause;
import dev.assay.provider.spi.contract.ProviderContract;
import dev.assay.provider.spi.contract.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class JsonFileProviderTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("names.json");
        Files.writeString(
                file, "{\"names\": {\"%s\": \"one\"}}".formatted(Samples.sha256(1).hex()));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        Subject subject =
                new Subject(
                        JsonFilePlugin::new,
                        Map.of("file", file.toString()),
                        Set.of(),
                        _ -> HttpResult.NoReply.because(Kind.OFFLINE, "there is no world"),
                        List.of(Samples.sha256(1)),
                        List.of(Samples.sha256(2)));
        return DynamicTest.stream(
                ProviderContract.of(subject).stream(), Clause::sentence, Clause::check);
    }

    @Test
    void isAskedWithoutAnybodysLeaveSinceNothingLeavesTheMachine() {
        List<PluginProblem> problems = new ArrayList<>();
        try (Gateways gateways = new Gateways(Gateways.Context.real(Clock.systemUTC(), true));
                OpenProvider provider =
                        OpenProvider.open(
                                        Samples.found(new JsonFilePlugin(), problems::add),
                                        Map.of("file", file.toString()),
                                        _ -> Optional.empty(),
                                        gateways,
                                        problems::add)
                                .orElseThrow()) {
            List<Identity.State> states = new ArrayList<>();
            Identification.Summary summary =
                    new Identification(List.of(provider), Instant::now, Policy.standard())
                            .run(
                                    List.of(
                                            Samples.question(1, Samples.sha256(1)),
                                            Samples.question(2, Samples.sha256(2))),
                                    new Order(50, false, false, false),
                                    new Cancellation(),
                                    (_, identity) -> states.add(identity.state()));
            assertThat(states).containsExactly(Identity.State.FOUND, Identity.State.NOT_FOUND);
            assertThat(summary.requests()).isZero();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void isNamedWithItsSettingWhenThatIsMissing() {
        List<PluginProblem> problems = new ArrayList<>();
        try (Gateways gateways = new Gateways(Gateways.Context.real(Clock.systemUTC(), true))) {
            assertThat(
                            OpenProvider.open(
                                    Samples.found(new JsonFilePlugin(), problems::add),
                                    Map.of(),
                                    _ -> Optional.empty(),
                                    gateways,
                                    problems::add))
                    .isEmpty();
        }
        assertThat(problems)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).startsWith("providers.names-file.file: "));
    }
}
