package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Looks one digest of any recipe up. The route names the oldest version only, so the others are
 * looked for in its model, which is asked for anyway: tags, creator and licence stand only there.
 */
final class SingleLookUp {
    private final Api api;

    SingleLookUp(Api api) {
        this.api = api;
    }

    void lookUp(Digest digest, Accepted rung, Answers answers) throws InterruptedException {
        switch (api.byHash(digest)) {
            case Answer.Given<JsonNode>(JsonNode version) ->
                    answers.put(digest, found(digest, rung, version));
            case Answer.Absent<JsonNode> _ -> answers.put(digest, new Outcome.NotFound());
            case Answer.TooMuch<JsonNode>(Outcome why) -> answers.put(digest, why);
            case Answer.Broken<JsonNode>(Outcome why) -> answers.put(digest, why);
            case Answer.None<JsonNode>(Outcome why) -> answers.put(digest, why);
        }
    }

    private Outcome found(Digest digest, Accepted rung, JsonNode version)
            throws InterruptedException {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        add(candidates, digest, rung, Models.ofVersion(version, Optional.of(digest)));
        long named = Fields.id(version, "id").orElseThrow();
        for (JsonNode model : models(Fields.id(version, "modelId"))) {
            for (JsonNode one : Models.versions(model)) {
                ModelInfo info = Models.ofModel(model, one, Optional.of(digest));
                boolean isNamed = Fields.id(one, "id").orElseThrow() == named;
                if (isNamed || Files.with(digest, info.files()).isPresent()) {
                    add(candidates, digest, rung, info);
                }
            }
        }
        return new Outcome.Found(Preference.sorted(candidates.values()));
    }

    private List<JsonNode> models(OptionalLong modelId) throws InterruptedException {
        List<JsonNode> models = new ArrayList<>();
        if (modelId.isPresent()) {
            // Without an answer, what by-hash said has to do.
            api.page(
                    api.routes().models(List.of(modelId.getAsLong()), Optional.empty()),
                    models::add);
        }
        return models.stream()
                .filter(model -> Fields.id(model, "id").equals(modelId))
                .limit(1)
                .toList();
    }

    /** The fuller description wins, unless only the other one lists the file. */
    private static void add(
            Map<String, Candidate> candidates, Digest digest, Accepted rung, ModelInfo info) {
        Candidate candidate = new Candidate(info, match(digest, rung, info));
        candidates.merge(
                info.versionId(),
                candidate,
                (before, now) -> now.match().compareTo(before.match()) <= 0 ? now : before);
    }

    private static Match match(Digest digest, Accepted rung, ModelInfo info) {
        if (Files.with(digest, info.files()).isPresent()) {
            return rung.match();
        }
        boolean othersListed =
                info.files().stream()
                        .flatMap(file -> file.digests().stream())
                        .anyMatch(one -> one.id().equals(digest.id()));
        return othersListed ? Match.MISMATCH : Match.VERSION_ONLY;
    }
}
