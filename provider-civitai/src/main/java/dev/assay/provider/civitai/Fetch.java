package dev.assay.provider.civitai;

import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Fetches what a person named. Without a version, all versions of the model, newest first. */
final class Fetch {
    private final Api api;

    Fetch(Api api) {
        this.api = api;
    }

    Outcome fetch(String text) throws InterruptedException {
        Optional<Address> address = Address.parse(text, api.routes().host());
        if (address.isEmpty()) {
            return new Outcome.NotFound();
        }
        OptionalLong model = address.get().modelId();
        OptionalLong version = address.get().versionId();
        return model.isPresent() ? model(model.getAsLong(), version) : version(version);
    }

    private Outcome model(long id, OptionalLong version) throws InterruptedException {
        return switch (api.model(id)) {
            case Answer.Given<JsonNode>(JsonNode model) -> {
                List<Candidate> chosen = chosen(model, version);
                yield chosen.isEmpty() ? version(version) : new Outcome.Found(chosen);
            }
            case Answer.Absent<JsonNode> _ -> version(version);
            case Answer.TooMuch<JsonNode>(Outcome why) ->
                    version.isPresent() ? version(version) : why;
            case Answer.Broken<JsonNode>(Outcome why) ->
                    version.isPresent() ? version(version) : why;
            case Answer.None<JsonNode>(Outcome why) -> why;
        };
    }

    private static List<Candidate> chosen(JsonNode model, OptionalLong version) {
        return Models.versions(model).stream()
                .filter(one -> version.isEmpty() || Fields.id(one, "id").equals(version))
                .map(one -> Models.ofModel(model, one, Optional.empty()))
                .map(info -> new Candidate(info, Match.MANUAL))
                .toList();
    }

    private Outcome version(OptionalLong id) throws InterruptedException {
        if (id.isEmpty()) {
            return new Outcome.NotFound();
        }
        return switch (api.version(id.getAsLong())) {
            case Answer.Given<JsonNode>(JsonNode body) -> fuller(body, id);
            case Answer.Absent<JsonNode> _ -> new Outcome.NotFound();
            case Answer.TooMuch<JsonNode>(Outcome why) -> why;
            case Answer.Broken<JsonNode>(Outcome why) -> why;
            case Answer.None<JsonNode>(Outcome why) -> why;
        };
    }

    /** The model says more of the version than the version does, where it can be had. */
    private Outcome fuller(JsonNode version, OptionalLong id) throws InterruptedException {
        OptionalLong model = Fields.id(version, "modelId");
        if (model.isPresent()
                && api.model(model.getAsLong()) instanceof Answer.Given<JsonNode>(JsonNode whole)) {
            List<Candidate> chosen = chosen(whole, id);
            if (!chosen.isEmpty()) {
                return new Outcome.Found(chosen);
            }
        }
        return new Outcome.Found(
                List.of(new Candidate(Models.ofVersion(version, Optional.empty()), Match.MANUAL)));
    }
}
