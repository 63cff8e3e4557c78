package dev.assay.shell.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the modules as compiled against the arrows of ARCHITECTURE.md. */
class ModuleArrowsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, Set<String>> ARROWS =
            Map.of(
                    "hash-spi", Set.of(),
                    "hash-builtin", Set.of("dev.assay.hash.spi"),
                    "hash-blake3", Set.of("dev.assay.hash.spi"),
                    "provider-spi", Set.of("dev.assay.hash.spi"),
                    "provider-civitai", Set.of("dev.assay.provider.spi"),
                    "core", Set.of("dev.assay.hash.spi", "dev.assay.provider.spi"),
                    "shell", Set.of("dev.assay.core"));

    @Test
    void everyModuleRequiresOnlyTheModulesThatTheArrowsAllow() {
        Map<String, Set<String>> found = new TreeMap<>();
        ARROWS.keySet().forEach(folder -> found.put(folder, ownRequires(descriptor(folder))));

        assertThat(found).isEqualTo(new TreeMap<>(ARROWS));
    }

    @Test
    void theTwoInterfacesDependOnTheJdkAndNullnessAnnotationsOnly() {
        for (String folder : List.of("hash-spi", "provider-spi")) {
            assertThat(foreignRequires(descriptor(folder))).isSubsetOf("org.jspecify");
        }
    }

    @Test
    void theShippedPluginsExportNothing() {
        for (String folder : List.of("hash-builtin", "hash-blake3", "provider-civitai", "shell")) {
            assertThat(descriptor(folder).exports()).as(folder).isEmpty();
        }
    }

    @Test
    void metaInfServicesNamesTheSameClassesAsTheModuleDescriptor() {
        for (String folder : ARROWS.keySet()) {
            for (ModuleDescriptor.Provides provides : descriptor(folder).provides()) {
                assertThat(services(folder, provides.service()))
                        .as("%s provides %s", folder, provides.service())
                        .isEqualTo(new TreeSet<>(provides.providers()));
            }
        }
    }

    @Test
    void everyModuleThatRunsHasADescriptorOfItsOwn() {
        Path[] modulePath =
                Stream.of(System.getProperty("jdk.module.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toArray(Path[]::new);
        Configuration running =
                Configuration.resolveAndBind(
                        ModuleFinder.of(modulePath),
                        List.of(ModuleLayer.boot().configuration()),
                        ModuleFinder.of(),
                        Set.of("dev.assay.shell"));

        assertThat(running.modules())
                .extracting(ResolvedModule::name)
                .contains(
                        "dev.assay.shell",
                        "dev.assay.hash.builtin",
                        "dev.assay.hash.blake3",
                        "dev.assay.provider.civitai");
        assertThat(running.modules())
                .filteredOn(module -> module.reference().descriptor().isAutomatic())
                .isEmpty();
    }

    private static Set<String> ownRequires(ModuleDescriptor descriptor) {
        return requires(descriptor).stream()
                .filter(name -> name.startsWith("dev.assay."))
                .collect(Collectors.toSet());
    }

    private static Set<String> foreignRequires(ModuleDescriptor descriptor) {
        return requires(descriptor).stream()
                .filter(name -> !name.startsWith("dev.assay.") && !name.startsWith("java."))
                .collect(Collectors.toSet());
    }

    private static Set<String> requires(ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }

    private static ModuleDescriptor descriptor(String folder) {
        Path file = ROOT.resolve(folder).resolve("target/classes/module-info.class");
        try (var in = Files.newInputStream(file)) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> services(String folder, String service) {
        Path file = ROOT.resolve(folder).resolve("target/classes/META-INF/services/" + service);
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
