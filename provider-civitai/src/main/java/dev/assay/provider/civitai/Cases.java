package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The digests whose versions are known by id and not yet by name. A digest is answered as soon as
 * the last of its versions is settled.
 */
final class Cases {
    private final Answers answers;
    private final Map<Long, Set<Digest>> askers = new HashMap<>();
    private final Map<Digest, Case> cases = new HashMap<>();

    Cases(Answers answers) {
        this.answers = answers;
    }

    /** One digest on its way. */
    private static final class Case {
        private final Set<VersionRef> open;
        private final List<Candidate> found = new ArrayList<>();
        private Optional<Outcome> failure = Optional.empty();

        Case(Set<VersionRef> versions) {
            this.open = new HashSet<>(versions);
        }
    }

    void open(Digest digest, Set<VersionRef> versions) {
        cases.put(digest, new Case(versions));
        for (VersionRef version : versions) {
            askers.computeIfAbsent(version.versionId(), _ -> new HashSet<>()).add(digest);
        }
    }

    boolean isOpen(long versionId) {
        return askers.containsKey(versionId);
    }

    /** {@return one of the digests that led to an open version} */
    Digest anAsker(long versionId) {
        return askers.getOrDefault(versionId, Set.of()).iterator().next();
    }

    /**
     * Settles a version.
     *
     * @param reader makes its description, as the answer to one of the digests
     */
    void known(long versionId, Function<Digest, ModelInfo> reader) {
        for (Digest digest : take(versionId)) {
            ModelInfo model = reader.apply(digest);
            Match match =
                    Files.with(digest, model.files()).isPresent()
                            ? Match.EXACT
                            : Match.VERSION_ONLY;
            settle(digest, versionId, one -> one.found.add(new Candidate(model, match)));
        }
    }

    /** Settles a version of which no route tells more than its id. */
    void onlyById(VersionRef version) {
        for (Digest digest : take(version.versionId())) {
            settle(digest, version.versionId(), one -> one.found.add(bare(version)));
        }
    }

    private static Candidate bare(VersionRef version) {
        return new Candidate(
                Models.ofIds(version.modelId().orElse(0), version.versionId()), Match.VERSION_ONLY);
    }

    /** Settles a version that cannot be asked for this time. */
    void failed(VersionRef version, Outcome why) {
        for (Digest digest : take(version.versionId())) {
            settle(
                    digest,
                    version.versionId(),
                    one -> {
                        one.failure = Optional.of(why);
                        one.found.add(bare(version));
                    });
        }
    }

    private Set<Digest> take(long versionId) {
        Set<Digest> digests = askers.remove(versionId);
        return digests == null ? Set.of() : digests;
    }

    private void settle(Digest digest, long versionId, Consumer<Case> change) {
        Case one = cases.get(digest);
        if (one == null) {
            return;
        }
        change.accept(one);
        one.open.removeIf(version -> version.versionId() == versionId);
        if (one.open.isEmpty()) {
            cases.remove(digest);
            answers.put(digest, outcome(one));
        }
    }

    /** An id without a name is worth keeping beside named ones, and not worth an answer alone. */
    private static Outcome outcome(Case one) {
        boolean named = one.found.stream().anyMatch(found -> found.model().modelName().isPresent());
        return one.failure
                .filter(_ -> !named)
                .orElseGet(() -> new Outcome.Found(Preference.sorted(one.found)));
    }
}
