package dev.assay.core;

import dev.assay.core.internal.identify.Decisions;
import dev.assay.core.internal.identify.OpenProvider;
import dev.assay.core.internal.identify.Policy;
import dev.assay.core.internal.identify.Verdicts;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Identity;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who a file is by a person's word, which is stronger than a provider's. Safe for use from many
 * threads; a decision is on the disk when a method returns.
 *
 * @see Library#identities
 */
public final class ManualIdentities {
    private final Installation installation;

    ManualIdentities(Installation installation) {
        this.installation = installation;
    }

    /**
     * Says that a file is the model at an address. It stays so, whatever providers say, until it is
     * forgotten.
     *
     * @param file a file of the catalog
     * @param provider whose model it is
     * @param address what comes behind the provider's name, such as {@code 4201@130072}, or a link
     * @param anonymous whether the provider may be asked without a secret
     * @return what the provider said of the address; only a find changes anything
     * @throws IllegalArgumentException when there is no such file or provider
     */
    public Outcome set(Path file, String provider, String address, boolean anonymous) {
        Identity before = identity(file, provider);
        Outcome outcome =
                new Decisions(installation.provider(provider))
                        .fetch(address, anonymous, new Cancellation());
        if (outcome instanceof Outcome.Found(List<Candidate> candidates)) {
            ModelInfo model = candidates.getFirst().model();
            decide(file, Verdicts.set(before, model, installation.now()));
        }
        return outcome;
    }

    /**
     * Says that a file is not the model at an address, for good.
     *
     * @param file a file of the catalog
     * @param provider who takes it for that model
     * @param address one of the addresses that the file has, or a link to it
     * @return whether the file was taken for that model
     * @throws IllegalArgumentException when there is no such file or provider
     */
    public boolean reject(Path file, String provider, String address) {
        Optional<Identity> after =
                Decisions.reject(
                        identity(file, provider), address, installation.now(), Policy.standard());
        after.ifPresent(identity -> decide(file, identity));
        return after.isPresent();
    }

    /**
     * Forgets what a provider or a person said of a file, so that it is asked about anew.
     *
     * @param file a file of the catalog
     * @param provider whose word is to be forgotten
     * @throws IllegalArgumentException when there is no such file or provider
     */
    public void forget(Path file, String provider) {
        decide(file, Verdicts.forget(identity(file, provider)));
    }

    private Identity identity(Path file, String provider) {
        OpenProvider known = installation.provider(provider);
        return installation
                .catalog()
                .entry(file)
                .orElseThrow(() -> new IllegalArgumentException("Not in the catalog: " + file))
                .identity(known.name())
                .orElseGet(() -> Identity.notAsked(known.name()));
    }

    private void decide(Path file, Identity identity) {
        installation.alone(() -> installation.catalog().marks().decide(file, identity));
    }
}
