package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Outcome;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Looks many SHA256 up with one request for the versions of ten thousand, and one more for every
 * hundred models.
 */
final class BulkLookUp {
    /** The limit of {@code POST /model-versions/by-hash/ids}. */
    private static final int IDS_LIMIT = 10_000;

    private final Api api;

    BulkLookUp(Api api) {
        this.api = api;
    }

    void lookUp(List<Digest> digests, Answers answers) throws InterruptedException {
        Map<Boolean, List<Digest>> sendable =
                digests.stream().collect(Collectors.partitioningBy(HashNames::isSha256));
        for (Digest odd : sendable.getOrDefault(false, List.of())) {
            answers.put(odd, Outcome.Unavailable.because("This is no SHA256"));
        }
        List<Digest> asked = sendable.getOrDefault(true, List.of());
        if (!asked.isEmpty()) {
            Cases cases = new Cases(answers);
            Set<VersionRef> versions = new LinkedHashSet<>();
            for (int at = 0; at < asked.size(); at += IDS_LIMIT) {
                int end = Math.min(asked.size(), at + IDS_LIMIT);
                askForIds(asked.subList(at, end), answers, cases, versions);
            }
            new Details(api, cases).resolve(versions);
        }
    }

    private void askForIds(
            List<Digest> asked, Answers answers, Cases cases, Set<VersionRef> versions)
            throws InterruptedException {
        switch (api.idsByHash(asked)) {
            case Answer.Given<List<JsonNode>>(List<JsonNode> rows) ->
                    sort(asked, IdRows.of(rows), answers, cases, versions);
            case Answer.TooMuch<List<JsonNode>> _ when asked.size() > 1 -> {
                int half = asked.size() / 2;
                askForIds(asked.subList(0, half), answers, cases, versions);
                askForIds(asked.subList(half, asked.size()), answers, cases, versions);
            }
            case Answer<List<JsonNode>> none -> {
                Outcome why = none.failure().orElseGet(BulkLookUp::noSuchRoute);
                asked.forEach(digest -> answers.put(digest, why));
            }
        }
    }

    /** An API without this route cannot say of any hash that it does not know it. */
    private static Outcome noSuchRoute() {
        return Outcome.Unavailable.because("CivitAI has no answer to many hashes at once");
    }

    private static void sort(
            List<Digest> asked,
            IdRows rows,
            Answers answers,
            Cases cases,
            Set<VersionRef> versions) {
        Map<Digest, Set<VersionRef>> known = new HashMap<>(rows.byDigest());
        for (Digest digest : asked) {
            Set<VersionRef> own = known.getOrDefault(digest, Set.of());
            if (!own.isEmpty()) {
                cases.open(digest, own);
                versions.addAll(own);
            } else if (rows.whole()) {
                answers.put(digest, new Outcome.NotFound());
            } else {
                answers.put(
                        digest,
                        Outcome.Unavailable.because("CivitAI's reply holds rows we cannot read"));
            }
        }
    }
}
