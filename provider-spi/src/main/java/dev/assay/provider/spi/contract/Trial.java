package dev.assay.provider.spi.contract;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens the provider for one clause and asks it as the core would. */
final class Trial implements AutoCloseable {
    private final Recorder recorder;
    private final Access access;
    private final Provider provider;

    Trial(Subject subject, HttpGateway world) {
        ProviderPlugin plugin = subject.plugin().get();
        ContractSettings settings =
                new ContractSettings(plugin.settings(), subject.settings(), subject.secrets());
        recorder = new Recorder(world);
        access = plugin.access(settings);
        provider = plugin.open(settings, recorder);
    }

    Recorder recorder() {
        return recorder;
    }

    Access access() {
        return access;
    }

    Provider provider() {
        return provider;
    }

    /** {@return what it answered, asked in batches of one recipe no larger than it said} */
    Map<Digest, Outcome> ask(List<Digest> digests) throws InterruptedException {
        for (Accepted accepted : provider.accepts()) {
            List<Digest> own = new ArrayList<>(digests);
            own.removeIf(digest -> !digest.id().equals(accepted.hash()));
            for (int at = 0; at < own.size(); at += accepted.batch()) {
                int end = Math.min(own.size(), at + accepted.batch());
                provider.lookUp(own.subList(at, end), recorder);
            }
        }
        return new LinkedHashMap<>(recorder.answers());
    }

    @Override
    public void close() {
        provider.close();
    }
}
