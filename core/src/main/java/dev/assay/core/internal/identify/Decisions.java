package dev.assay.core.internal.identify;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Identity;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what a person typed about one file and makes an identity of it. */
public final class Decisions {
    private final OpenProvider provider;

    /** Decides about what this provider says. */
    public Decisions(OpenProvider provider) {
        this.provider = provider;
    }

    /**
     * {@return what came of fetching the model at an address} A find has the model to be set, the
     * first of its candidates.
     *
     * @param anonymous whether it may be asked without a secret
     */
    public Outcome fetch(String address, boolean anonymous, Cancellation cancellation) {
        return provider.mayBeAsked(anonymous)
                ? provider.fetch(address, cancellation)
                : new Outcome.Denied(
                        "Nobody allowed to ask " + provider.name(),
                        "Set a token with 'assay token set %s', or allow it with --anonymous"
                                .formatted(provider.name()));
    }

    /**
     * {@return the identity without the candidate that the text names; nothing when it names none}
     *
     * @param text its address, as the program shows it or as it stands in a link
     */
    public static Optional<Identity> reject(
            Identity before, String text, Instant now, Policy policy) {
        List<ModelInfo> named =
                before.candidates().stream()
                        .map(Candidate::model)
                        .filter(model -> isNamed(model, text))
                        .toList();
        Optional<Identity> after = Optional.empty();
        for (ModelInfo model : named) {
            after =
                    Optional.of(
                            Verdicts.reject(after.orElse(before), model.address(), now, policy));
        }
        return after;
    }

    /** A link and an AIR name hold both ids; a model's id alone means all its versions. */
    private static boolean isNamed(ModelInfo model, String text) {
        Set<String> words = Set.copyOf(Arrays.asList(text.strip().split("[^\\p{Alnum}_-]+")));
        boolean both = words.contains(model.modelId()) && words.contains(model.versionId());
        return both || text.strip().equals(model.modelId());
    }
}
