package dev.assay.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.UnknownHashException;
import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.StreamHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashRegistryTest {
    private final List<PluginProblem> problems = new ArrayList<>();

    @Test
    void keepsTheMeaningOfOurOwnIdsWhateverTheOrder() {
        HashRegistry registry =
                registry(
                        found("org.stranger", () -> List.of(new Fake("sha256", 4))),
                        found("dev.assay.hash.builtin", () -> List.of(new Fake("sha256", 32))));

        assertThat(registry.infos()).extracting(AlgorithmInfo::bits).containsExactly(256);
        assertThat(problems).extracting(PluginProblem::plugin).containsExactly("org.stranger");
    }

    @Test
    void namesAPluginThatThrowsAndKeepsTheOthers() {
        HashRegistry registry =
                registry(
                        found(
                                "org.broken",
                                () -> {
                                    throw new LinkageError("built for another Assay");
                                }),
                        found("org.good", () -> List.of(new Fake("good", 8))));

        assertThat(registry.byId()).containsOnlyKeys(HashId.of("good"));
        assertThat(problems).extracting(PluginProblem::plugin).containsExactly("org.broken");
    }

    @Test
    void leavesOutWhatIsDerivedInACircle() {
        HashRegistry registry =
                registry(
                        found(
                                "org.circle",
                                () ->
                                        List.of(
                                                new Of("a", "b"),
                                                new Of("b", "a"),
                                                new Of("c", "c"))));

        assertThat(registry.byId()).isEmpty();
        assertThat(problems).hasSize(3);
    }

    @Test
    void leavesOutWhatIsDerivedFromNothing() {
        registry(found("org.orphan", () -> List.of(new Of("a", "nowhere"))));

        assertThat(problems)
                .singleElement()
                .extracting(PluginProblem::message)
                .asString()
                .contains("derived");
    }

    @Test
    void refusesADigestOfNoBytes() {
        HashRegistry registry = registry(found("org.none", () -> List.of(new Fake("none", 0))));

        assertThat(registry.byId()).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void saysWhichHashesThereAreWhenOneIsMissing() {
        HashRegistry registry = registry(found("org.good", () -> List.of(new Fake("good", 8))));

        assertThatThrownBy(() -> registry.require(List.of(HashId.of("sha-256"))))
                .isInstanceOf(UnknownHashException.class)
                .hasMessageContainingAll("sha-256", "good");
    }

    private HashRegistry registry(Services.Found<HashPlugin> one) {
        return HashRegistry.of(List.of(one));
    }

    private HashRegistry registry(
            Services.Found<HashPlugin> one, Services.Found<HashPlugin> other) {
        return HashRegistry.of(List.of(one, other));
    }

    private Services.Found<HashPlugin> found(String origin, HashPlugin plugin) {
        return new Services.Found<>(
                plugin, new Guard(origin, problems::add), origin.startsWith("dev.assay."));
    }

    /**
     * Any derived hash will do as an algorithm without bytes; this one stands on the stream of the
     * same name.
     */
    private record Of(String name, String from) implements DerivedHash {
        @Override
        public HashId id() {
            return HashId.of(name);
        }

        @Override
        public HashId source() {
            return HashId.of(from);
        }

        @Override
        public byte[] derive(byte[] source) {
            return source;
        }

        @Override
        public int length() {
            return 4;
        }

        @Override
        public String purpose() {
            return "test";
        }
    }

    private record Fake(String name, int length) implements StreamHash {
        @Override
        public HashId id() {
            return HashId.of(name);
        }

        @Override
        public String purpose() {
            return "test";
        }

        @Override
        public Hasher newHasher() {
            throw new UnsupportedOperationException("never hashed in this test");
        }
    }
}
