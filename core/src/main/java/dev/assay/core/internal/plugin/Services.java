package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginProblem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the providers of a service. One that cannot be made is told and left out. */
public final class Services {
    private static final String OURS = "dev.assay.";
    private static final int MAX_FAILURES = 100;

    private Services() {}

    /**
     * A plugin that was found.
     *
     * @param plugin the instance
     * @param guard to call it by
     * @param ours whether it is one of this project's, which keep the meaning of their ids
     */
    public record Found<S>(S plugin, Guard guard, boolean ours) {

        /** {@return the plugin's name, module or class} */
        public String origin() {
            return guard.plugin();
        }
    }

    /**
     * {@return the plugins on the module path or class path that core itself was loaded from} Who
     * puts a module there answers for its name, so ours are known by theirs.
     */
    public static <S> List<Found<S>> installed(
            Class<S> service, BoundedCalls calls, Consumer<PluginProblem> problems) {
        ModuleLayer layer = Services.class.getModule().getLayer();
        ServiceLoader<S> loader =
                layer == null
                        ? ServiceLoader.load(service, Services.class.getClassLoader())
                        : ServiceLoader.load(layer, service);
        return collect(
                loader,
                _ -> true,
                type -> guard(type, calls, problems),
                new Guard("a plugin", problems));
    }

    /** {@return what a plugin added by hand looks like among the others} */
    public static <S> Found<S> byHand(
            S plugin, BoundedCalls calls, Consumer<PluginProblem> problems) {
        return new Found<>(
                plugin, guard(plugin.getClass(), calls, problems), isOurs(plugin.getClass()));
    }

    /** {@return the plugins of one plugin folder, which all share its guard} */
    static <S> List<Found<S>> inFolder(
            ServiceLoader<S> loader, Predicate<Class<?>> itsOwn, Guard guard) {
        return collect(loader, itsOwn, _ -> guard, guard);
    }

    private static Guard guard(
            Class<?> type, BoundedCalls calls, Consumer<PluginProblem> problems) {
        return isOurs(type)
                ? new Guard(origin(type), problems)
                : new Guard(origin(type), problems, calls);
    }

    private static boolean isOurs(Class<?> type) {
        return origin(type).startsWith(OURS);
    }

    private static <S> List<Found<S>> collect(
            ServiceLoader<S> loader,
            Predicate<Class<?>> wanted,
            Function<Class<?>, Guard> guards,
            Guard unknown) {
        List<Found<S>> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<S>> providers = loader.stream().iterator();
        for (int failures = 0; failures < MAX_FAILURES; ) {
            try {
                // A service file that names a missing class throws here and is passed by at the
                // next call.
                if (!providers.hasNext()) {
                    return found;
                }
                ServiceLoader.Provider<S> provider = providers.next();
                if (wanted.test(provider.type())) {
                    make(provider, guards.apply(provider.type())).ifPresent(found::add);
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                unknown.tell("Could not be loaded: " + Faults.describe(e), Faults.remedy(e));
            }
        }
        return found;
    }

    private static <S> Optional<Found<S>> make(ServiceLoader.Provider<S> provider, Guard guard) {
        return guard.call("Making " + provider.type().getName(), provider)
                .map(plugin -> new Found<>(plugin, guard, !guard.isBounded()));
    }

    private static String origin(Class<?> type) {
        Module module = type.getModule();
        return module.isNamed() ? module.getName() : type.getName();
    }
}
