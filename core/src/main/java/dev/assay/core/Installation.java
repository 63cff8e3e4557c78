package dev.assay.core;

import static java.util.Objects.requireNonNull;

import dev.assay.core.internal.catalog.Catalog;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.internal.identify.Identification;
import dev.assay.core.internal.identify.OpenProvider;
import dev.assay.core.internal.identify.Policy;
import dev.assay.core.internal.inspect.Inspector;
import dev.assay.core.internal.net.Gateways;
import dev.assay.core.internal.plugin.Plugins;
import dev.assay.core.internal.plugin.Services;
import dev.assay.core.internal.scan.Lazy;
import dev.assay.core.internal.scan.Parts;
import dev.assay.core.model.CatalogException;
import dev.assay.provider.spi.ProviderPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Puts the parts of a library together, each made when it is first needed. */
final class Installation implements AutoCloseable {
    private final LibraryOptions options;
    private final Lazy<Plugins> plugins;
    private final Inspector inspector = new Inspector();
    private final Lazy<Hashing> hashing;
    private final Lazy<Gateways> gateways;
    private final Lazy<List<OpenProvider>> providers;
    private final Lazy<Catalog> catalog;
    private final ReentrantLock writing = new ReentrantLock();

    Installation(LibraryOptions options) {
        this.options = options;
        this.plugins = new Lazy<>(this::findPlugins, Plugins::close);
        this.hashing =
                new Lazy<>(
                        () -> new Hashing(plugins().hashes().byId(), options.hashing()),
                        Hashing::close);
        this.gateways =
                new Lazy<>(
                        () ->
                                new Gateways(
                                        Gateways.Context.real(options.clock(), options.offline())),
                        Gateways::close);
        this.providers = new Lazy<>(this::openProviders, all -> all.forEach(OpenProvider::close));
        this.catalog =
                options.catalog()
                        .map(file -> new Lazy<>(() -> openCatalog(file), Catalog::close))
                        .orElseGet(this::forgetful);
    }

    private Plugins findPlugins() {
        return new Plugins(
                options.pluginFolders(),
                options.pluginTimeLimits(),
                new Plugins.ByHand(options.hashPlugins(), options.providerPlugins()));
    }

    private List<OpenProvider> openProviders() {
        return plugins().providers().byName().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> open(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private Optional<OpenProvider> open(String name, Services.Found<ProviderPlugin> found) {
        return OpenProvider.open(
                found,
                options.settings(name),
                key -> options.secret(name, key),
                gateways.get(),
                plugins().problems());
    }

    private Catalog openCatalog(Path file) {
        return Catalog.open(file, options.clock(), Inspector.RULES);
    }

    /** A catalog for one life of the library, in a folder that goes with it. */
    private Lazy<Catalog> forgetful() {
        return new Lazy<>(() -> openCatalog(temporaryFolder().resolve("catalog.db")), this::forget);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("assay");
        } catch (IOException e) {
            throw new CatalogException(
                    "No temporary folder can be made for the catalog; free space or set java.io.tmpdir",
                    e);
        }
    }

    private void forget(Catalog temporary) {
        temporary.close();
        Path folder = requireNonNull(temporary.file().getParent());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(Installation.class).debug("Left behind: {}", folder, e);
        }
    }

    Inspector inspector() {
        return inspector;
    }

    Plugins plugins() {
        return plugins.get();
    }

    Hashing hashing() {
        return hashing.get();
    }

    Catalog catalog() {
        return catalog.get();
    }

    /** {@return the catalog, if it was needed so far} */
    Optional<Catalog> openCatalog() {
        return catalog.made();
    }

    List<OpenProvider> providers() {
        return providers.get();
    }

    /**
     * {@return the provider with this name}
     *
     * @throws IllegalArgumentException when there is none
     */
    OpenProvider provider(String name) {
        return providers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No provider '" + name + "'"));
    }

    /** {@return what a job returns that writes the catalog, having waited for the others} */
    <T> T alone(Supplier<T> job) {
        writing.lock();
        try {
            return job.get();
        } finally {
            writing.unlock();
        }
    }

    Instant now() {
        return options.clock().instant();
    }

    /** {@return what a scan works with, all of it ready} */
    Parts parts(List<OpenProvider> asked) {
        return new Parts(
                inspector,
                plugins().hashes(),
                hashing(),
                catalog(),
                new Identification(asked, options.clock(), Policy.standard()),
                plugins().problems()::all);
    }

    @Override
    public void close() {
        providers.close();
        gateways.close();
        hashing.close();
        catalog.close();
        plugins.close();
    }
}
