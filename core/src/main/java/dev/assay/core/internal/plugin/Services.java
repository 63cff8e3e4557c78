package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginProblem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Finds the providers of a service. One that cannot be made is told and left out. */
public final class Services {

    private Services() {}

    /**
     * A plugin that was found.
     *
     * @param plugin the instance
     * @param origin the module, or on the class path the class, that it comes from
     */
    public record Found<S>(S plugin, String origin) {}

    /** {@return the plugins on the module path or class path that core itself was loaded from} */
    public static <S> List<Found<S>> installed(Class<S> service, Consumer<PluginProblem> problems) {
        ModuleLayer layer = Services.class.getModule().getLayer();
        ServiceLoader<S> loader =
                layer == null
                        ? ServiceLoader.load(service, Services.class.getClassLoader())
                        : ServiceLoader.load(layer, service);
        return collect(loader, problems);
    }

    /** {@return what a plugin added by hand looks like among the others} */
    public static <S> Found<S> byHand(S plugin) {
        return new Found<>(plugin, origin(plugin.getClass()));
    }

    private static <S> List<Found<S>> collect(
            ServiceLoader<S> loader, Consumer<PluginProblem> problems) {
        List<Found<S>> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<S>> providers = loader.stream().iterator();
        while (true) {
            try {
                // A service file that names a missing class throws here and is passed by at the
                // next call.
                if (!providers.hasNext()) {
                    return found;
                }
                ServiceLoader.Provider<S> provider = providers.next();
                make(provider, problems, found);
            } catch (ServiceConfigurationError e) {
                new Guard("a plugin", problems).tell("could not be loaded: " + Guard.describe(e));
            }
        }
    }

    private static <S> void make(
            ServiceLoader.Provider<S> provider,
            Consumer<PluginProblem> problems,
            List<Found<S>> found) {
        String origin = origin(provider.type());
        new Guard(origin, problems)
                .call("Making " + provider.type().getName(), provider)
                .ifPresent(plugin -> found.add(new Found<>(plugin, origin)));
    }

    private static String origin(Class<?> type) {
        Module module = type.getModule();
        return module.isNamed() ? module.getName() : type.getName();
    }
}
