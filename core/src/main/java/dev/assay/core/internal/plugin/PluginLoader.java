package dev.assay.core.internal.plugin;

import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Loads one plugin in a module layer of its own, or on a class path in a class loader of its own.
 */
final class PluginLoader {
    private static final ModuleFinder NOTHING = ModuleFinder.of();

    private PluginLoader() {}

    /**
     * What a plugin brings.
     *
     * @param hashes its hash plugins
     * @param providers its provider plugins
     */
    record Loaded(
            List<Services.Found<HashPlugin>> hashes,
            List<Services.Found<ProviderPlugin>> providers) {

        static final Loaded NONE = new Loaded(List.of(), List.of());

        boolean isEmpty() {
            return hashes.isEmpty() && providers.isEmpty();
        }
    }

    /** The guard of a plugin, made once its class loader is known. */
    interface Guards {
        Guard with(ClassLoader loader);
    }

    /** {@return what the plugin brings; what goes wrong is told} */
    static Loaded load(PluginDir plugin, Guard reporter, Guards guards) {
        ModuleLayer host = PluginLoader.class.getModule().getLayer();
        try {
            return host == null
                    ? fromClassLoader(plugin, guards)
                    : fromLayer(plugin, host, reporter, guards);
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            reporter.tell("Its modules do not fit together: " + e.getMessage(), remedy(e));
        } catch (RuntimeException | LinkageError e) {
            reporter.tell("Could not be loaded: " + Faults.describe(e), Faults.remedy(e));
        }
        return Loaded.NONE;
    }

    private static Loaded fromLayer(
            PluginDir plugin, ModuleLayer host, Guard reporter, Guards guards) {
        ModuleFinder finder = new WithoutOurs(ModuleFinder.of(files(plugin)), host);
        Set<String> roots = names(finder);
        if (roots.isEmpty()) {
            reporter.tell(
                    "Holds no module but Assay's own",
                    "Put the plugin's jar there, with a module name that is its own");
            return Loaded.NONE;
        }
        Configuration resolved = host.configuration().resolve(finder, NOTHING, roots);
        ModuleLayer layer =
                host.defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        ClassLoader loader = layer.findLoader(resolved.modules().iterator().next().name());
        Predicate<Class<?>> itsOwn = type -> layer.equals(type.getModule().getLayer());
        Guard guard = guards.with(loader);
        return checked(
                new Loaded(
                        Services.inFolder(
                                ServiceLoader.load(layer, HashPlugin.class), itsOwn, guard),
                        Services.inFolder(
                                ServiceLoader.load(layer, ProviderPlugin.class), itsOwn, guard)),
                guard,
                declares(finder));
    }

    /**
     * On a class path there is no layer that a plugin's module could require our interfaces from,
     * so its jars become a class path of their own below ours, and only META-INF/services counts.
     * The loader stays open as long as the program runs: a plugin may load a class at any time.
     */
    private static Loaded fromClassLoader(PluginDir plugin, Guards guards) {
        ClassLoader loader =
                new URLClassLoader(
                        plugin.name(), urls(plugin), PluginLoader.class.getClassLoader());
        Predicate<Class<?>> itsOwn = type -> loader.equals(type.getClassLoader());
        Guard guard = guards.with(loader);
        return checked(
                new Loaded(
                        Services.inFolder(
                                ServiceLoader.load(HashPlugin.class, loader), itsOwn, guard),
                        Services.inFolder(
                                ServiceLoader.load(ProviderPlugin.class, loader), itsOwn, guard)),
                guard,
                false);
    }

    private static Loaded checked(Loaded loaded, Guard guard, boolean declares) {
        if (loaded.isEmpty() && !declares) {
            guard.tell(
                    "Brings neither a HashPlugin nor a ProviderPlugin",
                    "Its jar must name its class in module-info.java (provides ... with) and under"
                            + " META-INF/services");
        }
        return loaded;
    }

    /** Whether some service is declared; if none is there then, the reason was told already. */
    private static boolean declares(ModuleFinder finder) {
        return finder.findAll().stream()
                .anyMatch(module -> !PluginJar.kinds(module.descriptor()).isEmpty());
    }

    /**
     * The modules of a plugin, which go before those of the host so that its libraries have the
     * versions it was built with; but a copy of our interfaces is passed by, since a plugin that
     * implemented that copy would offer nothing to us.
     */
    private record WithoutOurs(ModuleFinder all, ModuleLayer host) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return name.startsWith("dev.assay.") && host.findModule(name).isPresent()
                    ? Optional.empty()
                    : all.find(name);
        }

        @Override
        public Set<ModuleReference> findAll() {
            return all.findAll().stream()
                    .filter(module -> find(module.descriptor().name()).isPresent())
                    .collect(Collectors.toSet());
        }
    }

    private static Path[] files(PluginDir plugin) {
        return plugin.jars().stream().map(PluginJar::file).toArray(Path[]::new);
    }

    private static URL[] urls(PluginDir plugin) {
        return plugin.jars().stream().map(PluginLoader::url).toArray(URL[]::new);
    }

    private static URL url(PluginJar jar) {
        try {
            return jar.file().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("No URL for " + jar.file(), e);
        }
    }

    private static Set<String> names(ModuleFinder finder) {
        return finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
    }

    private static String remedy(RuntimeException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        if (message.matches("(?s)Module (java|jdk)\\..* not found.*")) {
            return "Start Assay with that module: ASSAY_JAVA_OPTS=--add-modules=ALL-DEFAULT";
        }
        if (message.matches("(?s)Module .* not found.*")) {
            return "Put the jar of the missing module beside the plugin's, in the same folder";
        }
        if (message.contains("package")) {
            return "Two of its jars hold the same package: leave only one of them in its folder";
        }
        return Faults.ASK_ITS_AUTHOR;
    }
}
