package dev.assay.provider.civitai.acceptance;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.civitai.CivitaiPlugin;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the provider as the core would: in batches of the size it accepts. */
final class Questions implements AutoCloseable {
    static final HashId SHA256 = HashId.of("sha256");
    static final HashId AUTOV3 = HashId.of("autov3");

    private final Provider provider;

    Questions(PlainGateway gateway, String baseUrl) {
        CivitaiPlugin plugin = new CivitaiPlugin();
        Map<String, String> values = new HashMap<>();
        values.put("base-url", baseUrl);
        values.put("interval", "0s");
        provider = plugin.open(new Values(plugin.settings(), values), gateway);
    }

    Provider provider() {
        return provider;
    }

    Map<String, Outcome> bySha256(Collection<String> hashes) throws InterruptedException {
        return ask(SHA256, hashes);
    }

    Outcome bySha256(String hash) throws InterruptedException {
        return ask(SHA256, List.of(hash))
                .getOrDefault(hash, Outcome.Unavailable.because("no answer"));
    }

    Outcome byAutoV3(String twelveDigits) throws InterruptedException {
        return ask(AUTOV3, List.of(twelveDigits))
                .getOrDefault(twelveDigits, Outcome.Unavailable.because("no answer"));
    }

    /** The outcomes by the hash as given; a question that got none is absent. */
    private Map<String, Outcome> ask(HashId id, Collection<String> hashes)
            throws InterruptedException {
        Map<Digest, String> asked = new HashMap<>();
        hashes.forEach(hash -> asked.put(new Digest(id, hash), hash));
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        List<Digest> all = hashes.stream().map(hash -> new Digest(id, hash)).distinct().toList();
        int batch = batch(id);
        for (int at = 0; at < all.size(); at += batch) {
            List<Digest> part = all.subList(at, Math.min(at + batch, all.size()));
            provider.lookUp(
                    part, (digest, outcome) -> outcomes.putIfAbsent(asked.get(digest), outcome));
        }
        return outcomes;
    }

    private int batch(HashId id) {
        return provider.accepts().stream()
                .filter(accepted -> accepted.hash().equals(id))
                .mapToInt(Accepted::batch)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        provider.close();
    }

    private record Values(List<Setting> declared, Map<String, String> given) implements Settings {
        @Override
        public Optional<String> get(String key) {
            Setting setting =
                    declared.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
            return Optional.ofNullable(given.get(key)).or(setting::defaultValue);
        }

        @Override
        public boolean hasSecret(String key) {
            return true;
        }
    }
}
