package dev.assay.core;

import dev.assay.core.internal.hash.HashSettings;
import dev.assay.core.internal.plugin.TimeLimits;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a builder was told, as it was when the library was opened. */
record LibraryOptions(
        Optional<Path> catalog,
        Map<String, Map<String, String>> settings,
        Map<String, Map<String, Supplier<Optional<String>>>> secrets,
        List<HashPlugin> hashPlugins,
        List<ProviderPlugin> providerPlugins,
        List<Path> pluginFolders,
        TimeLimits pluginTimeLimits,
        boolean offline,
        HashSettings hashing,
        Clock clock) {

    LibraryOptions {
        settings = copy(settings);
        secrets = copy(secrets);
        hashPlugins = List.copyOf(hashPlugins);
        providerPlugins = List.copyOf(providerPlugins);
        pluginFolders = List.copyOf(pluginFolders);
    }

    private static <T> Map<String, Map<String, T>> copy(Map<String, Map<String, T>> outer) {
        return outer.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    Map<String, String> settings(String provider) {
        return settings.getOrDefault(provider, Map.of());
    }

    Optional<String> secret(String provider, String key) {
        Supplier<Optional<String>> nowhere = Optional::empty;
        return secrets.getOrDefault(provider, Map.of()).getOrDefault(key, nowhere).get();
    }
}
