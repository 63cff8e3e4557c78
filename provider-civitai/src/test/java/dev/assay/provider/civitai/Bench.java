package dev.assay.provider.civitai;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider on the fake, asked the way the core asks it. */
final class Bench {
    private Bench() {}

    static Provider provider(String baseUrl, HttpGateway gateway, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("base-url", baseUrl));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        CivitaiPlugin plugin = new CivitaiPlugin();
        return plugin.open(settings(plugin, values, true), gateway);
    }

    static Settings settings(CivitaiPlugin plugin, Map<String, String> values, boolean token) {
        return new Settings() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key))
                        .or(() ->
                                plugin.settings().stream()
                                        .filter(one -> one.key().equals(key))
                                        .findFirst()
                                        .flatMap(Setting::defaultValue));
            }

            @Override
            public boolean hasSecret(String key) {
                return token;
            }
        };
    }

    static Map<Digest, Outcome> ask(FakeCivitai fake, Digest... digests)
            throws InterruptedException {
        return ask(fake, List.of(digests));
    }

    static Map<Digest, Outcome> ask(FakeCivitai fake, List<Digest> digests)
            throws InterruptedException {
        Map<Digest, Outcome> answers = new LinkedHashMap<>();
        Provider provider =
                provider(fake.baseUrl(), new PlainGateway("good"), "ask-by", ASK_BY_ALL);
        for (Accepted accepted : provider.accepts()) {
            List<Digest> own =
                    digests.stream().filter(one -> one.id().equals(accepted.hash())).toList();
            for (int i = 0; i < own.size(); i += accepted.batch()) {
                provider.lookUp(
                        own.subList(i, Math.min(own.size(), i + accepted.batch())), answers::put);
            }
        }
        return answers;
    }

    static final String ASK_BY_ALL = "sha256, autov3, blake3, autov2";

    static List<Candidate> candidates(Outcome outcome) {
        return outcome instanceof Outcome.Found(List<Candidate> candidates)
                ? candidates
                : List.of();
    }

    static Digest sha256(String hex) {
        return new Digest(HashId.of("sha256"), hex);
    }

    static Digest sha256(int n) {
        return sha256("%064x".formatted(n + 0xABCDEF0000L));
    }

    static Digest autoV3(String hex) {
        return new Digest(HashId.of("autov3"), hex);
    }
}
