package dev.assay.core.internal.plugin;

import static java.util.Objects.requireNonNull;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.UnknownHashException;
import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The hash algorithms of all plugins, by id. An algorithm that cannot be used is told and left out;
 * immutable once made.
 */
public final class HashRegistry {
    private static final int MAX_LENGTH = 128;
    private static final String OURS = "dev.assay.hash.";

    private final Map<HashId, HashAlgorithm> algorithms = new TreeMap<>();
    private final Map<HashId, AlgorithmInfo> infos = new TreeMap<>();
    private final Consumer<PluginProblem> problems;

    private HashRegistry(Consumer<PluginProblem> problems) {
        this.problems = problems;
    }

    /**
     * Asks the plugins for their algorithms. Ours go first, whatever the order: a stranger cannot
     * take an id such as {@code sha256} away.
     */
    public static HashRegistry of(
            List<Services.Found<HashPlugin>> plugins, Consumer<PluginProblem> problems) {
        HashRegistry registry = new HashRegistry(problems);
        plugins.stream().filter(HashRegistry::isOurs).forEach(registry::addAll);
        plugins.stream().filter(plugin -> !isOurs(plugin)).forEach(registry::addAll);
        registry.dropWithoutSource();
        return registry;
    }

    private static boolean isOurs(Services.Found<HashPlugin> found) {
        return found.origin().startsWith(OURS);
    }

    private void addAll(Services.Found<HashPlugin> found) {
        Guard guard = new Guard(found.origin(), problems);
        guard.<Collection<? extends HashAlgorithm>>call(
                        "algorithms()", () -> List.copyOf(found.plugin().algorithms()))
                .ifPresent(all -> all.forEach(one -> add(one, found.origin(), guard)));
    }

    private void add(HashAlgorithm algorithm, String origin, Guard guard) {
        Optional<AlgorithmInfo> described =
                guard.call("Describing a hash", () -> describe(algorithm, origin));
        if (described.isEmpty()) {
            return;
        }
        AlgorithmInfo info = described.get();
        AlgorithmInfo taken = infos.get(info.id());
        if (taken != null) {
            guard.tell(
                    "'%s' is already offered by %s and keeps its meaning"
                            .formatted(info.id(), taken.origin()));
        } else if (info.bits() < 8 || info.bits() > 8 * MAX_LENGTH) {
            guard.tell("'%s' says it has %d bits".formatted(info.id(), info.bits()));
        } else {
            algorithms.put(info.id(), algorithm);
            infos.put(info.id(), info);
        }
    }

    private static AlgorithmInfo describe(HashAlgorithm algorithm, String origin) {
        String shape =
                switch (algorithm) {
                    case StreamHash _ -> "stream";
                    case TreeHash _ -> "tree";
                    case DerivedHash derived -> "of " + derived.source();
                };
        return new AlgorithmInfo(
                algorithm.id(),
                requireNonNull(algorithm.name(), "name() returned null"),
                8 * algorithm.length(),
                shape,
                requireNonNull(algorithm.purpose(), "purpose() returned null"),
                origin);
    }

    /** Leaves out what is derived from a hash that nobody brings, or in a circle from itself. */
    private void dropWithoutSource() {
        List<AlgorithmInfo> lost =
                infos.values().stream().filter(info -> !endsAtBytes(info.id())).toList();
        for (AlgorithmInfo info : lost) {
            new Guard(info.origin(), problems)
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
