package dev.assay.core;

import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Sets a {@link Library} up. Not safe for use from several threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class LibraryBuilder {

    LibraryBuilder() {}

    /**
     * Keeps the catalog in this SQLite file; made on first use. Without it nothing is remembered.
     */
    public LibraryBuilder catalog(Path file) {
        throw new UnsupportedOperationException("being built");
    }

    /** Sets a provider's setting, such as {@code civitai}, {@code base-url}. */
    public LibraryBuilder providerSetting(String provider, String key, String value) {
        throw new UnsupportedOperationException("being built");
    }

    /** Tells where a provider's secret comes from; asked when a request needs it, never kept. */
    public LibraryBuilder secret(String provider, String key, Supplier<Optional<String>> source) {
        throw new UnsupportedOperationException("being built");
    }

    /** Adds a hash plugin by hand, beside those that ServiceLoader finds. */
    public LibraryBuilder hashPlugin(HashPlugin plugin) {
        throw new UnsupportedOperationException("being built");
    }

    /** Adds a provider plugin by hand, beside those that ServiceLoader finds. */
    public LibraryBuilder providerPlugin(ProviderPlugin plugin) {
        throw new UnsupportedOperationException("being built");
    }

    /** Uses no network at all: every look-up is pending. */
    public LibraryBuilder offline(boolean noNetwork) {
        throw new UnsupportedOperationException("being built");
    }

    /** Hashes with this many threads; by default one for every core. */
    public LibraryBuilder threads(int count) {
        throw new UnsupportedOperationException("being built");
    }

    /** Reads the time from this clock. */
    public LibraryBuilder clock(Clock clock) {
        throw new UnsupportedOperationException("being built");
    }

    /** Opens the library. Plugins are found now; the catalog is opened when it is first needed. */
    public Library open() {
        throw new UnsupportedOperationException("being built");
    }
}
