package dev.assay.core.internal.identify;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A provider without any server: a local file {@code {"names": {"SHA256": "name"}}}. It shows that
 * the interface is not made to CivitAI's measure alone.
 */
public final class JsonFilePlugin implements ProviderPlugin {
    private static final HashId SHA256 = HashId.of("sha256");

    /** Made by a test. */
    public JsonFilePlugin() {}

    @Override
    public String name() {
        return "names-file";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of("file", "a JSON file with names by SHA256"));
    }

    @Override
    public Access access(Settings settings) {
        return Access.none();
    }

    @Override
    public Provider open(Settings settings, HttpGateway http) {
        Path file =
                settings.get("file")
                        .map(Path::of)
                        .orElseThrow(() -> new InvalidSettingException("file", "Name a JSON file"));
        return new Names(new ObjectMapper().readTree(file.toFile()).path("names"));
    }

    private record Names(JsonNode names) implements Provider {
        @Override
        public List<Accepted> accepts() {
            return List.of(new Accepted(SHA256, 100, Match.EXACT));
        }

        @Override
        public void lookUp(List<Digest> digests, Answers answers) {
            for (Digest digest : digests) {
                JsonNode name = names.path(digest.hex());
                answers.put(
                        digest, name.isString() ? found(name.asString()) : new Outcome.NotFound());
            }
        }

        private static Outcome found(String name) {
            return new Outcome.Found(
                    List.of(
                            new Candidate(
                                    Samples.model(name, "1", Optional.of(name)), Match.EXACT)));
        }
    }
}
