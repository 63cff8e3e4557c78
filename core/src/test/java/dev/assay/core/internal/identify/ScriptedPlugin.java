package dev.assay.core.internal.identify;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.Match;
import dev.assay.provider.spi.Outcome;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as told, and keeps what it was asked. */
final class ScriptedPlugin implements ProviderPlugin, Provider {
    final List<List<Digest>> calls = new ArrayList<>();
    final Map<Digest, Outcome> outcomes = new HashMap<>();
    List<Accepted> ladder =
            List.of(
                    new Accepted(Samples.SHA256, 100, Match.EXACT),
                    new Accepted(Samples.AUTOV3, 1, Match.SAME_TENSORS));
    boolean reachesAServer;

    /** What is not scripted is not known. */
    ScriptedPlugin says(Digest digest, Outcome outcome) {
        outcomes.put(digest, outcome);
        return this;
    }

    int questions() {
        return calls.stream().mapToInt(List::size).sum();
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.anonymous(), Setting.secret("token", "a token"));
    }

    @Override
    public Access access(Settings settings) {
        return reachesAServer
                ? new Access(List.of(URI.create("https://example.org")), Duration.ZERO, 1)
                : Access.none();
    }

    @Override
    public Provider open(Settings settings, HttpGateway http) {
        return this;
    }

    @Override
    public List<Accepted> accepts() {
        return ladder;
    }

    @Override
    public void lookUp(List<Digest> digests, Answers answers) {
        calls.add(List.copyOf(digests));
        for (Digest digest : digests) {
            answers.put(digest, outcomes.getOrDefault(digest, new Outcome.NotFound()));
        }
    }
}
