package dev.assay.core.internal.plugin;

import static java.util.Objects.requireNonNull;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.UnknownHashException;
import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.StreamHash;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The hash algorithms of all plugins, by id. An algorithm that cannot be used is told and left out;
 * immutable once made.
 */
public final class HashRegistry {
    private static final int MAX_LENGTH = 128;
    private static final int MAX_ALGORITHMS = 1000;
    private static final int MAX_TEXT = 1000;

    /** The recipes of this project's own plugins, whether those are installed or not. */
    private static final Set<String> RESERVED =
            Set.of(
                    "sha256",
                    "crc32",
                    "blake3",
                    "autov1",
                    "autov2",
                    "autov3",
                    "payload-sha256",
                    "head8k",
                    "edges8k");

    private final Map<HashId, HashAlgorithm> algorithms = new TreeMap<>();
    private final Map<HashId, AlgorithmInfo> infos = new TreeMap<>();
    private final Map<HashId, Guard> guards = new TreeMap<>();
    private final Set<HashId> ours = new HashSet<>();

    private HashRegistry() {}

    /**
     * Asks the plugins for their algorithms. Ours go first, whatever the order: a stranger cannot
     * take an id such as {@code sha256} away.
     */
    public static HashRegistry of(List<Services.Found<HashPlugin>> plugins) {
        HashRegistry registry = new HashRegistry();
        plugins.stream().filter(Services.Found::ours).forEach(registry::addAll);
        plugins.stream().filter(plugin -> !plugin.ours()).forEach(registry::addAll);
        registry.dropWithoutSource();
        return registry;
    }

    private void addAll(Services.Found<HashPlugin> found) {
        found.guard()
                .call("algorithms()", () -> firstOf(found.plugin().algorithms()))
                .ifPresent(all -> all.forEach(one -> add(one, found)));
    }

    /** A plugin's collection may be of any size, and may hold null. */
    private static List<HashAlgorithm> firstOf(Collection<? extends HashAlgorithm> all) {
        return all.stream().limit(MAX_ALGORITHMS).<HashAlgorithm>map(one -> one).toList();
    }

    private void add(HashAlgorithm algorithm, Services.Found<HashPlugin> found) {
        Guard guard = found.guard();
        Optional<AlgorithmInfo> described =
                guard.call("Describing a hash", () -> describe(algorithm, found.origin()));
        if (described.isEmpty()) {
            return;
        }
        AlgorithmInfo info = described.get();
        AlgorithmInfo taken = infos.get(info.id());
        if (taken != null) {
            guard.tell(
                    "'%s' is already offered by %s and keeps its meaning"
                            .formatted(info.id(), taken.origin()));
        } else if (!found.ours() && RESERVED.contains(info.id().value())) {
            guard.tell("'%s' is reserved: the id names a recipe of Assay".formatted(info.id()));
        } else if (info.bits() < 8 || info.bits() > 8 * MAX_LENGTH) {
            guard.tell("'%s' says it has %d bits".formatted(info.id(), info.bits()));
        } else if (hasName(info.name())) {
            guard.tell("The name '%s' of '%s' is taken".formatted(info.name(), info.id()));
        } else {
            put(algorithm, info, guard);
            if (found.ours()) {
                ours.add(info.id());
            }
        }
    }

    /** Names are keys in JSON. */
    private boolean hasName(String name) {
        return infos.values().stream().anyMatch(info -> info.name().equalsIgnoreCase(name));
    }

    private void put(HashAlgorithm algorithm, AlgorithmInfo info, Guard guard) {
        try {
            algorithms.put(info.id(), GuardedHash.of(algorithm, info, guard));
            infos.put(info.id(), info);
            guards.put(info.id(), guard);
        } catch (PluginFailure _) {
            // Told already; the other algorithms of this plugin may still be good.
        }
    }

    /** Not a switch by type: every start comes by here, and a class would be made for it. */
    private static String shape(HashAlgorithm algorithm) {
        if (algorithm instanceof DerivedHash derived) {
            return "of " + derived.source();
        }
        return algorithm instanceof StreamHash ? "stream" : "tree";
    }

    private static AlgorithmInfo describe(HashAlgorithm algorithm, String origin) {
        String shape = shape(algorithm);
        return new AlgorithmInfo(
                algorithm.id(),
                text(algorithm.name(), "name()"),
                Math.multiplyExact(8, algorithm.length()),
                shape,
                text(algorithm.purpose(), "purpose()"),
                origin);
    }

    private static String text(String text, String method) {
        requireNonNull(text, () -> method + " returned null");
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "%s returned %d characters".formatted(method, text.length()));
        }
        return text;
    }

    /** Leaves out what is derived from a hash that nobody brings, or in a circle from itself. */
    private void dropWithoutSource() {
        List<AlgorithmInfo> lost =
                infos.values().stream().filter(info -> !endsAtBytes(info.id())).toList();
        for (AlgorithmInfo info : lost) {
            requireNonNull(guards.remove(info.id()))
                    .tell("'%s' is derived from a hash that is not there".formatted(info.id()));
            algorithms.remove(info.id());
            infos.remove(info.id());
        }
    }

    private boolean endsAtBytes(HashId id) {
        Set<HashId> seen = new HashSet<>();
        HashAlgorithm algorithm = algorithms.get(id);
        while (algorithm instanceof DerivedHash derived && seen.add(derived.id())) {
            algorithm = algorithms.get(derived.source());
        }
        return algorithm != null && !(algorithm instanceof DerivedHash);
    }

    /** {@return the algorithms by id; not to be changed} */
    public Map<HashId, HashAlgorithm> byId() {
        return Map.copyOf(algorithms);
    }

    /** {@return what there is, by id} */
    public List<AlgorithmInfo> infos() {
        return List.copyOf(infos.values());
    }

    /** {@return whether this recipe comes from one of our own plugins} */
    public boolean isOurs(HashId id) {
        return ours.contains(id);
    }

    /** {@return those of these ids that are installed, in their order} */
    public List<HashId> installedOf(List<HashId> ids) {
        return ids.stream().filter(algorithms::containsKey).toList();
    }

    /**
     * Makes sure that every one of these is installed.
     *
     * @throws UnknownHashException naming the first that is not, and what there is
     */
    public void require(Collection<HashId> ids) {
        for (HashId id : ids) {
            if (!algorithms.containsKey(id)) {
                throw new UnknownHashException(
                        "No hash '%s'; installed are %s"
                                .formatted(
                                        id,
                                        algorithms.keySet().stream()
                                                .map(HashId::value)
                                                .collect(Collectors.joining(" "))));
            }
        }
    }
}
