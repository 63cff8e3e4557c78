package dev.assay.core.internal.plugin;

import dev.assay.provider.spi.ProviderPlugin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The provider plugins by name. One that cannot be used is told and left out. */
public final class ProviderRegistry {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_NAME = 40;
    private static final Set<String> RESERVED = Set.of("civitai", "huggingface");

    private final Map<String, Services.Found<ProviderPlugin>> plugins = new TreeMap<>();

    private ProviderRegistry() {}

    /** Asks the plugins for their names. Ours go first, whatever the order. */
    public static ProviderRegistry of(List<Services.Found<ProviderPlugin>> found) {
        ProviderRegistry registry = new ProviderRegistry();
        found.stream().filter(Services.Found::ours).forEach(registry::add);
        found.stream().filter(plugin -> !plugin.ours()).forEach(registry::add);
        return registry;
    }

    private void add(Services.Found<ProviderPlugin> found) {
        found.guard()
                .call("name()", () -> found.plugin().name())
                .ifPresent(name -> add(name, found));
    }

    private void add(String name, Services.Found<ProviderPlugin> found) {
        Services.Found<ProviderPlugin> taken = plugins.get(name);
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            found.guard().tell("'%s' is no name for a provider".formatted(Faults.shortened(name)));
        } else if (taken != null) {
            found.guard()
                    .tell("Provider '%s' is already offered by %s".formatted(name, taken.origin()));
        } else if (!found.ours() && RESERVED.contains(name)) {
            found.guard().tell("Provider name '%s' is reserved".formatted(name));
        } else {
            plugins.put(name, GuardedProviders.of(found, name));
        }
    }

    /** {@return the usable plugins by name; not to be changed} */
    public Map<String, Services.Found<ProviderPlugin>> byName() {
        return Map.copyOf(plugins);
    }
}
