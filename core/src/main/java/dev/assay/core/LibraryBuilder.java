package dev.assay.core;

import dev.assay.core.internal.hash.HashSettings;
import dev.assay.core.internal.plugin.TimeLimits;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sets a {@link Library} up. Not safe for use from several threads. */
public final class LibraryBuilder {
    /** The most threads, and the most readers of a slow disk, that a library takes. */
    public static final int MOST_THREADS = HashSettings.MOST;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final Map<String, Map<String, Supplier<Optional<String>>>> secrets = new HashMap<>();
    private final List<HashPlugin> hashPlugins = new ArrayList<>();
    private final List<ProviderPlugin> providerPlugins = new ArrayList<>();
    private final List<Path> pluginFolders = new ArrayList<>();
    private final Map<String, Duration> ownTimeLimits = new HashMap<>();
    private Duration pluginTimeLimit = Duration.ofSeconds(30);
    private Optional<Path> catalog = Optional.empty();
    private boolean offline;
    private HashSettings hashing = HashSettings.defaults();
    private Clock clock = Clock.systemUTC();

    LibraryBuilder() {}

    /**
     * Keeps the catalog in this SQLite file, which is made when it is first needed. Without it,
     * nothing is remembered beyond {@link Library#close}.
     *
     * @param file the catalog
     * @return this builder
     */
    public LibraryBuilder catalog(Path file) {
        catalog = Optional.of(file);
        return this;
    }

    /**
     * Sets a provider's setting, such as {@code civitai}, {@code base-url}.
     *
     * @param provider the provider's name
     * @param key the setting's key
     * @param value what it is to be
     * @return this builder
     */
    public LibraryBuilder providerSetting(String provider, String key, String value) {
        settings.computeIfAbsent(provider, _ -> new HashMap<>()).put(key, value);
        return this;
    }

    /**
     * Tells where a provider's secret comes from. The source is asked for each request that needs
     * the secret, on any thread; what it returns is sent to the provider's own server and kept
     * nowhere.
     *
     * @param provider the provider's name
     * @param key the secret's key
     * @param source gives the secret, or nothing while there is none
     * @return this builder
     */
    public LibraryBuilder secret(String provider, String key, Supplier<Optional<String>> source) {
        secrets.computeIfAbsent(provider, _ -> new HashMap<>()).put(key, source);
        return this;
    }

    /**
     * Adds a hash plugin by hand, beside those that are installed.
     *
     * @param plugin the plugin; called within the time limit like any stranger
     * @return this builder
     */
    public LibraryBuilder hashPlugin(HashPlugin plugin) {
        hashPlugins.add(plugin);
        return this;
    }

    /**
     * Adds a provider plugin by hand, beside those that are installed.
     *
     * @param plugin the plugin; called within the time limit like any stranger
     * @return this builder
     */
    public LibraryBuilder providerPlugin(ProviderPlugin plugin) {
        providerPlugins.add(plugin);
        return this;
    }

    /**
     * Looks for plugins in this folder too: each of its folders is one plugin with its jars, and
     * each jar that lies in it directly is one as well. Only those that were allowed are loaded;
     * see {@link InstalledPlugins#allow}. The folder named first is the user's own: it keeps the
     * list of what is allowed for all of them, so that no other folder can allow itself.
     *
     * @param folder the plugin folder; the first one need not exist
     * @return this builder
     */
    public LibraryBuilder pluginFolder(Path folder) {
        pluginFolders.add(folder);
        return this;
    }

    /**
     * Gives up a plugin's call that takes longer than this, 30 seconds by default, and does not
     * call that plugin again. The plugins of this project are not timed.
     *
     * @param limit more than zero, and a day at most
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public LibraryBuilder pluginTimeLimit(Duration limit) {
        pluginTimeLimit = checked(limit);
        return this;
    }

    /**
     * Gives one plugin a time limit of its own, longer or shorter than that of the others.
     *
     * @param plugin its name: that of its folder in the plugin folder, else that of its module, or
     *     of its class on a class path
     * @param limit more than zero, and a day at most
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public LibraryBuilder pluginTimeLimit(String plugin, Duration limit) {
        ownTimeLimits.put(plugin, checked(limit));
        return this;
    }

    private static Duration checked(Duration limit) {
        if (!limit.isPositive() || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The time limit must be more than zero, and a day at most: " + limit);
        }
        return limit;
    }

    /**
     * Uses no network at all: what would be asked stays pending.
     *
     * @param noNetwork whether the network is left alone
     * @return this builder
     */
    public LibraryBuilder offline(boolean noNetwork) {
        offline = noNetwork;
        return this;
    }

    /**
     * Hashes with this many threads at most; by default one for every core. No more are started
     * than there is work for.
     *
     * @param count from 1 to {@link #MOST_THREADS}
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public LibraryBuilder threads(int count) {
        hashing = hashing.withThreads(count);
        return this;
    }

    /**
     * Reads so many large files of one spinning or network disk at a time, by default 1: such a
     * disk is slower, not faster, when it has to go to and fro between files. Other disks are read
     * as fast as they answer.
     *
     * @param count from 1 to {@link #MOST_THREADS}
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public LibraryBuilder readersPerSlowDisk(int count) {
        hashing = hashing.withReadersPerSlowDisk(count);
        return this;
    }

    /**
     * Reads the time from this clock.
     *
     * @param time the clock
     * @return this builder
     */
    public LibraryBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /**
     * {@return the library, to be closed} Plugins are found, and the catalog and the network are
     * touched, when they are first needed.
     */
    public Library open() {
        return new Library(
                new Installation(
                        new LibraryOptions(
                                catalog,
                                settings,
                                secrets,
                                hashPlugins,
                                providerPlugins,
                                pluginFolders,
                                new TimeLimits(pluginTimeLimit, ownTimeLimits),
                                offline,
                                hashing,
                                clock)));
    }
}
