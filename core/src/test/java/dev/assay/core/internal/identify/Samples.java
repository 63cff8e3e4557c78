package dev.assay.core.internal.identify;

import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.internal.plugin.Services;
import dev.assay.core.model.PluginProblem;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.PublishedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Small values for these tests. */
final class Samples {
    static final HashId SHA256 = HashId.of("sha256");
    static final HashId AUTOV3 = HashId.of("autov3");

    private Samples() {}

    static Services.Found<ProviderPlugin> found(
            ProviderPlugin plugin, Consumer<PluginProblem> problems) {
        return new Services.Found<>(plugin, new Guard("a test", problems), true);
    }

    static Digest sha256(int n) {
        return new Digest(SHA256, "%064x".formatted(n + 1));
    }

    static Digest autoV3(int n) {
        return new Digest(AUTOV3, "%012x".formatted(n + 1));
    }

    static Question question(int n, Digest... digests) {
        Map<HashId, Digest> byId = new HashMap<>();
        for (Digest digest : digests) {
            byId.put(digest.id(), digest);
        }
        return new Question(Path.of("file" + n), byId, List.of(), List.of());
    }

    static List<Question> questions(int count) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(question(i, sha256(i), autoV3(i)));
        }
        return questions;
    }

    static Outcome found(Digest digest) {
        return found(digest, Match.EXACT, digest);
    }

    static Outcome found(Digest digest, Match match, Digest published) {
        return new Outcome.Found(
                List.of(
                        new Candidate(
                                model(digest.hex(), "1", Optional.empty(), published), match)));
    }

    static ModelInfo model(
            String modelId, String versionId, Optional<String> name, Digest... published) {
        return model(modelId, versionId, name, Instant.EPOCH, published);
    }

    static ModelInfo model(String modelId, Instant date, Digest... published) {
        return model(modelId, "1", Optional.empty(), date, published);
    }

    private static ModelInfo model(
            String modelId,
            String versionId,
            Optional<String> name,
            Instant date,
            Digest... published) {
        PublishedFile file =
                new PublishedFile(
                        "file",
                        Optional.empty(),
                        OptionalLong.empty(),
                        true,
                        List.of(published),
                        Map.of());
        return new ModelInfo(
                modelId,
                versionId,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(date),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                published.length == 0 ? List.of() : List.of(file),
                "{}");
    }
}
