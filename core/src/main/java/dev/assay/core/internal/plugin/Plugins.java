package dev.assay.core.internal.plugin;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.PluginException;
import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginInfo.State;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All plugins of one library: those beside core, those of the plugin folders, and those added by
 * hand. Safe for use from many threads once made.
 */
public final class Plugins implements AutoCloseable {
    private final ProblemLog problems = new ProblemLog();
    private final PluginStore store;
    private final BoundedCalls calls;
    private final Set<String> tried = new HashSet<>();
    private final HashRegistry hashes;
    private final ProviderRegistry providers;

    /**
     * Finds and loads plugins.
     *
     * @param folders plugin folders, the user's own first
     * @param limits how long one call of a stranger's plugin may take
     * @param byHand plugins that the host made itself
     */
    public Plugins(List<Path> folders, TimeLimits limits, ByHand byHand) {
        this.store = new PluginStore(folders);
        this.calls = new BoundedCalls(limits);
        List<Services.Found<HashPlugin>> hashPlugins =
                new ArrayList<>(Services.installed(HashPlugin.class, calls, problems));
        List<Services.Found<ProviderPlugin>> providerPlugins =
                new ArrayList<>(Services.installed(ProviderPlugin.class, calls, problems));
        byHand.hashes().forEach(one -> hashPlugins.add(Services.byHand(one, calls, problems)));
        byHand.providers()
                .forEach(one -> providerPlugins.add(Services.byHand(one, calls, problems)));
        for (PluginStore.Entry entry : store.entries(problems)) {
            if (entry.state() == State.ALLOWED) {
                PluginLoader.Loaded it = load(entry.dir());
                tried.add(entry.dir().name());
                hashPlugins.addAll(it.hashes());
                providerPlugins.addAll(it.providers());
            }
        }
        this.hashes = HashRegistry.of(hashPlugins);
        this.providers = ProviderRegistry.of(providerPlugins);
    }

    /**
     * Plugins that the host made itself.
     *
     * @param hashes hash plugins
     * @param providers provider plugins
     */
    public record ByHand(List<HashPlugin> hashes, List<ProviderPlugin> providers) {

        /** Copies the lists. */
        public ByHand {
            hashes = List.copyOf(hashes);
            providers = List.copyOf(providers);
        }
    }

    private PluginLoader.Loaded load(PluginDir plugin) {
        return PluginLoader.load(
                plugin,
                new Guard(plugin.name(), problems),
                loader -> new Guard(plugin.name(), problems, calls, loader));
    }

    /** {@return the hash algorithms that can be used} */
    public HashRegistry hashes() {
        return hashes;
    }

    /** {@return the providers that can be used} */
    public ProviderRegistry providers() {
        return providers;
    }

    /** {@return what went wrong so far; takes more} */
    public ProblemLog problems() {
        return problems;
    }

    /** {@return the plugins of the plugin folders as they lie there now, by name} */
    public List<PluginInfo> infos() {
        return store.entries(problems).stream().map(this::info).toList();
    }

    private PluginInfo info(PluginStore.Entry entry) {
        PluginDir plugin = entry.dir();
        Optional<ModuleDescriptor> module = mainModule(plugin);
        List<String> gives = gives(plugin.name());
        return new PluginInfo(
                plugin.name(),
                plugin.location(),
                state(entry, gives),
                plugin.jars().stream().map(PluginJar::info).toList(),
                module.map(ModuleDescriptor::name),
                module.flatMap(ModuleDescriptor::rawVersion),
                gives.isEmpty() ? module.map(PluginJar::kinds).orElse(List.of()) : gives,
                problems.of(plugin.name()));
    }

    private State state(PluginStore.Entry entry, List<String> gives) {
        if (entry.state() != State.ALLOWED || !tried.contains(entry.dir().name())) {
            return entry.state();
        }
        return gives.isEmpty() ? State.BROKEN : State.LOADED;
    }

    /** The module with the services, else the first one there is. */
    private static Optional<ModuleDescriptor> mainModule(PluginDir plugin) {
        List<ModuleDescriptor> modules =
                plugin.jars().stream().flatMap(jar -> jar.descriptor().stream()).toList();
        return modules.stream()
                .filter(module -> !PluginJar.kinds(module).isEmpty())
                .findFirst()
                .or(() -> modules.stream().findFirst());
    }

    /** {@return what a loaded plugin brings that can be used} */
    private List<String> gives(String plugin) {
        Stream<String> itsHashes =
                hashes.infos().stream()
                        .filter(info -> info.origin().equals(plugin))
                        .map(AlgorithmInfo::id)
                        .map(id -> "hash " + id);
        Stream<String> itsProviders =
                providers.byName().entrySet().stream()
                        .filter(entry -> entry.getValue().origin().equals(plugin))
                        .map(entry -> "provider " + entry.getKey())
                        .sorted();
        return Stream.concat(itsHashes, itsProviders).toList();
    }

    /**
     * Copies jars into the user's plugin folder. Nothing of them is run before they are allowed.
     *
     * @param jars the plugin's jar, and those it needs
     * @return the plugin
     * @throws PluginException when that cannot be done
     */
    public PluginInfo add(List<Path> jars) {
        return infoOf(store.add(jars));
    }

    /**
     * Allows a plugin with its jars as they are now.
     *
     * @return the plugin, which runs from the next opening of the library on
     * @throws PluginException when that cannot be done
     */
    public PluginInfo allow(String name) {
        store.allow(name);
        return infoOf(name);
    }

    /**
     * Switches a plugin off, from the next opening of the library on.
     *
     * @return the plugin
     * @throws PluginException when that cannot be done
     */
    public PluginInfo disable(String name) {
        store.disable(name);
        return infoOf(name);
    }

    /**
     * Deletes a plugin.
     *
     * @return the plugin as it was
     * @throws PluginException when that cannot be done
     */
    public PluginInfo remove(String name) {
        Optional<PluginInfo> before =
                infos().stream().filter(info -> info.name().equals(name)).findFirst();
        store.remove(name);
        return before.orElseThrow();
    }

    private PluginInfo infoOf(String name) {
        return infos().stream().filter(info -> info.name().equals(name)).findFirst().orElseThrow();
    }

    /** Gives up what still runs. */
    @Override
    public void close() {
        calls.close();
    }
}
