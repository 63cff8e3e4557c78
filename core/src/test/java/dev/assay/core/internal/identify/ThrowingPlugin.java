package dev.assay.core.internal.identify;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.util.List;

/** Answers what another one knows and then breaks down. */
record ThrowingPlugin(ScriptedPlugin behind) implements ProviderPlugin, Provider {
    @Override
    public String name() {
        return "throwing";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Access access(Settings settings) {
        return Access.none();
    }

    @Override
    public Provider open(Settings settings, HttpGateway http) {
        return this;
    }

    @Override
    public List<Accepted> accepts() {
        return behind.ladder;
    }

    @Override
    public void lookUp(List<Digest> digests, Answers answers) {
        for (Digest digest : digests) {
            Outcome outcome = behind.outcomes.get(digest);
            if (outcome == null) {
                throw new NoSuchMethodError("of a newer interface");
            }
            answers.put(digest, outcome);
        }
    }
}
