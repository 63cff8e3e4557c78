package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.TokenCheck;
import java.util.List;

/** Answers by CivitAI's REST API. */
final class CivitaiProvider implements Provider {
    private final Api api;
    private final List<Accepted> ladder;
    private final boolean hasToken;

    CivitaiProvider(Api api, List<Accepted> ladder, boolean hasToken) {
        this.api = api;
        this.ladder = ladder;
        this.hasToken = hasToken;
    }

    @Override
    public List<Accepted> accepts() {
        return ladder;
    }

    @Override
    public void lookUp(List<Digest> digests, Answers answers) throws InterruptedException {
        if (digests.isEmpty()) {
            return;
        }
        Accepted rung = rung(digests.getFirst());
        if (rung.bulk()) {
            new BulkLookUp(api).lookUp(digests, answers);
            return;
        }
        SingleLookUp single = new SingleLookUp(api);
        for (Digest digest : digests) {
            single.lookUp(digest, rung, answers);
        }
    }

    private Accepted rung(Digest digest) {
        return ladder.stream()
                .filter(rung -> rung.hash().equals(digest.id()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("CivitAI is not asked by " + digest.id()));
    }

    @Override
    public Outcome fetch(String address) throws InterruptedException {
        return new Fetch(api).fetch(address);
    }

    @Override
    public TokenCheck checkToken() throws InterruptedException {
        return hasToken ? api.me(CivitaiPlugin.TOKEN) : new TokenCheck.Missing();
    }
}
