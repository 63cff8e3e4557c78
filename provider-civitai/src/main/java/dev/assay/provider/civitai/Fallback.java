package dev.assay.provider.civitai;

import dev.assay.provider.spi.Outcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Asks for single versions that no list showed: by their model, unless a list showed that without
 * them, then by their own id, then by hash. Each of the three routes hides something that another
 * one shows.
 */
final class Fallback {
    private final Api api;
    private final Cases cases;
    private final LenientJson.Items models;
    private final Set<Long> askedModels;

    Fallback(Api api, Cases cases, LenientJson.Items models, Set<Long> askedModels) {
        this.api = api;
        this.cases = cases;
        this.models = models;
        this.askedModels = new HashSet<>(askedModels);
    }

    void resolve(Collection<VersionRef> versions) throws InterruptedException {
        for (VersionRef version : versions) {
            if (cases.isOpen(version.versionId())) {
                resolve(version);
            }
        }
    }

    private void resolve(VersionRef version) throws InterruptedException {
        if (version.modelId().isPresent() && askedModels.add(version.modelId().getAsLong())) {
            switch (api.model(version.modelId().getAsLong())) {
                case Answer.Given<JsonNode>(JsonNode model) -> models.item(model);
                case Answer.None<JsonNode>(Outcome why) -> cases.failed(version, why);
                case Answer.Absent<JsonNode> _,
                        Answer.TooMuch<JsonNode> _,
                        Answer.Broken<JsonNode> _ -> {}
            }
        }
        if (cases.isOpen(version.versionId())) {
            byVersion(version);
        }
    }

    private void byVersion(VersionRef version) throws InterruptedException {
        switch (api.version(version.versionId())) {
            case Answer.Given<JsonNode>(JsonNode body) when isAbout(version, body) ->
                    known(version, body);
            case Answer.None<JsonNode>(Outcome why) -> cases.failed(version, why);
            case Answer<JsonNode> _ -> byHash(version);
        }
    }

    /** The version route hides versions without a rated image, which by-hash shows. */
    private void byHash(VersionRef version) throws InterruptedException {
        switch (api.byHash(cases.anAsker(version.versionId()))) {
            case Answer.Given<JsonNode>(JsonNode body) when isAbout(version, body) ->
                    known(version, body);
            case Answer.None<JsonNode>(Outcome why) -> cases.failed(version, why);
            case Answer.Broken<JsonNode>(Outcome why) -> cases.failed(version, why);
            case Answer<JsonNode> _ -> cases.onlyById(version);
        }
    }

    private static boolean isAbout(VersionRef version, JsonNode body) {
        return Fields.id(body, "id").orElse(0) == version.versionId();
    }

    private void known(VersionRef version, JsonNode body) {
        cases.known(version.versionId(), digest -> Models.ofVersion(body, Optional.of(digest)));
    }
}
