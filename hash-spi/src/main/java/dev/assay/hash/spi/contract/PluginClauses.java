package dev.assay.hash.spi.contract;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashPlugin;
import java.lang.reflect.Modifier;
import java.util.List;

/** What a plugin itself must keep. */
final class PluginClauses {
    private PluginClauses() {}

    static List<Clause> of(HashPlugin plugin) {
        return List.of(
                new Clause(
                        "the plugin is a public class with a public constructor without parameters",
                        () -> canBeMade(plugin.getClass())),
                new Clause(
                        "algorithms() gives at least one algorithm",
                        () -> Expect.that(!plugin.algorithms().isEmpty(), "none")),
                new Clause("every algorithm has an id of its own", () -> distinctIds(plugin)));
    }

    private static void canBeMade(Class<?> type) throws NoSuchMethodException {
        Expect.that(Modifier.isPublic(type.getModifiers()), type + " not public");
        Expect.that(
                Modifier.isPublic(type.getDeclaredConstructor().getModifiers()),
                "a constructor that is not public");
    }

    private static void distinctIds(HashPlugin plugin) {
        List<?> ids = plugin.algorithms().stream().map(HashAlgorithm::id).toList();
        Expect.same(ids.size(), (int) ids.stream().distinct().count());
    }
}
