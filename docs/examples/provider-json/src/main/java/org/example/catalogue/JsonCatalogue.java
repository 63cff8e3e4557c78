package org.example.catalogue;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import java.util.List;
import java.util.Map;

/** Answers from memory. */
final class JsonCatalogue implements Provider {
    private static final int BATCH = 1000;
    private static final List<Accepted> ACCEPTS =
            List.of(
                    new Accepted(HashId.of("sha256"), BATCH, Match.EXACT),
                    new Accepted(HashId.of("payload-sha256"), BATCH, Match.SAME_TENSORS));

    private final Map<Digest, List<ModelInfo>> models;

    JsonCatalogue(Map<Digest, List<ModelInfo>> models) {
        this.models = models;
    }

    @Override
    public List<Accepted> accepts() {
        return ACCEPTS;
    }

    @Override
    public void lookUp(List<Digest> digests, Answers answers) {
        digests.forEach(digest -> answers.put(digest, outcome(digest)));
    }

    private Outcome outcome(Digest digest) {
        List<ModelInfo> known = models.getOrDefault(digest, List.of());
        return known.isEmpty()
                ? new Outcome.NotFound()
                : new Outcome.Found(
                        known.stream().map(model -> new Candidate(model, match(digest))).toList());
    }

    private static Match match(Digest digest) {
        return ACCEPTS.stream()
                .filter(accepted -> accepted.hash().equals(digest.id()))
                .findFirst()
                .orElseThrow()
                .match();
    }
}
