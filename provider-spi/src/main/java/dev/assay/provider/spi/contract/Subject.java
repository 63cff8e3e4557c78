package dev.assay.provider.spi.contract;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.ProviderPlugin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The provider to be tried, and what the world behind it holds.
 *
 * @param plugin makes the plugin
 * @param settings values for settings that are not secret
 * @param secrets keys of secrets that count as set
 * @param world answers requests as the healthy server would; never called for an offline provider
 * @param known digests the world knows, of recipes the provider accepts; at least one
 * @param unknown digests of the same recipes that the world does not know; at least one
 */
public record Subject(
        Supplier<? extends ProviderPlugin> plugin,
        Map<String, String> settings,
        Set<String> secrets,
        HttpGateway world,
        List<Digest> known,
        List<Digest> unknown) {

    /** Copies the collections and refuses a world without examples. */
    public Subject {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
        if (known.isEmpty() || unknown.isEmpty()) {
            throw new IllegalArgumentException("The kit needs a known and an unknown digest");
        }
    }
}
