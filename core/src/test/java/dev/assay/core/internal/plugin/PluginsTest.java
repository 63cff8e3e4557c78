package dev.assay.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.PluginException;
import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginInfo.State;
import dev.assay.core.model.PluginProblem;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.StreamHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
    @TempDir private Path temp;
    private Path folder;
    private PluginJars jars;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("plugins"));
        jars = new PluginJars(temp);
    }

    @Test
    void listsANewPluginAndTouchesNoneOfItsCode() throws IOException {
        Path canary = temp.resolve("canary");
        jars.hashPlugin(
                folder.resolve("count/count-1.0.jar"),
                "org.count",
                """
                static {
                    try { java.nio.file.Files.createFile(java.nio.file.Path.of("%s")); }
                    catch (java.io.IOException e) { throw new AssertionError(e); }
                }
                %s\
                """
                        .formatted(canary, PluginJars.offers("count")));

        try (Plugins plugins = open()) {
            PluginInfo info = only(plugins);
            assertThat(info.state()).isEqualTo(State.NEW);
            assertThat(info.module()).contains("org.count");
            assertThat(info.gives()).containsExactly("hashes");
            assertThat(info.jars())
                    .singleElement()
                    .satisfies(jar -> assertThat(jar.signer()).isEmpty());
            assertThat(plugins.hashes().byId()).isEmpty();
        }
        assertThat(canary).doesNotExist();
        allowAndOpen("count").close();
        assertThat(canary).exists();
    }

    @Test
    void loadsAnAllowedPluginInALayerOfItsOwn() throws IOException {
        count("count", "count");

        try (Plugins plugins = allowAndOpen("count")) {
            assertThat(only(plugins).state()).isEqualTo(State.LOADED);
            assertThat(only(plugins).gives()).containsExactly("hash count");
            assertThat(digest(plugins, "count", 1000)).containsExactly(0, 0, 3, -24);
            assertThat(plugins.problems().all()).isEmpty();
        }
    }

    @Test
    void doesNotLoadAJarThatChangedSinceItWasAllowed() throws IOException {
        Path jar = count("count", "count");
        allowAndOpen("count").close();
        Files.write(jar, new byte[1], StandardOpenOption.APPEND);

        try (Plugins plugins = open()) {
            assertThat(only(plugins).state()).isEqualTo(State.CHANGED);
            assertThat(plugins.hashes().byId()).isEmpty();
        }
    }

    @Test
    void doesNotLoadAPluginThatGotAnotherJar() throws IOException {
        Path jar = count("count", "count");
        allowAndOpen("count").close();
        Files.copy(jar, jar.resolveSibling("another.jar"));

        try (Plugins plugins = open()) {
            assertThat(only(plugins).state()).isEqualTo(State.CHANGED);
        }
    }

    @Test
    void keepsThePinsOfADisabledPlugin() throws IOException {
        count("count", "count");
        try (Plugins plugins = allowAndOpen("count")) {
            assertThat(plugins.disable("count").state()).isEqualTo(State.DISABLED);
        }
        try (Plugins plugins = open()) {
            assertThat(plugins.hashes().byId()).isEmpty();
            assertThat(plugins.allow("count").state()).isEqualTo(State.ALLOWED);
        }
        assertThat(folder.resolve("allowed.sha256"))
                .content()
                .matches("[0-9a-f]{64}  count/count.jar\n");
    }

    @Test
    void addsAndRemovesAPlugin() throws IOException {
        Path jar =
                jars.hashPlugin(
                        temp.resolve("from/count-1.2.0.jar"),
                        "org.count",
                        PluginJars.offers("count"));

        try (Plugins plugins = open()) {
            assertThat(plugins.add(List.of(jar)).state()).isEqualTo(State.NEW);
            assertThat(folder.resolve("count/count-1.2.0.jar")).exists();
            assertThatThrownBy(() -> plugins.add(List.of(jar)))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("already");
            assertThat(plugins.remove("count").name()).isEqualTo("count");
            assertThat(folder.resolve("count")).doesNotExist();
        }
    }

    @Test
    void refusesToAddWhatIsNoJar() throws IOException {
        Path garbage = Files.writeString(temp.resolve("garbage.jar"), "garbage");

        try (Plugins plugins = open()) {
            for (Path bad : List.of(garbage, temp.resolve("missing.jar"), temp)) {
                assertThatThrownBy(() -> plugins.add(List.of(bad)))
                        .isInstanceOf(PluginException.class)
                        .hasMessageContaining(bad.toString());
            }
            assertThatThrownBy(() -> plugins.allow("nobody"))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("nobody");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotLetAFolderOfSomebodyElseAllowItself() throws IOException {
        count("count", "count");
        allowAndOpen("count").close();
        Path own = temp.resolve("own");

        try (Plugins plugins = open(own, folder)) {
            assertThat(only(plugins).state()).isEqualTo(State.NEW);
            assertThat(plugins.allow("count").state()).isEqualTo(State.ALLOWED);
        }
        try (Plugins plugins = open(own, folder)) {
            assertThat(only(plugins).state()).isEqualTo(State.LOADED);
            assertThatThrownBy(() -> plugins.remove("count"))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("not your plugin folder");
        }
    }

    @Test
    void keepsTwoVersionsOfOneLibraryApart() throws IOException {
        for (String which : List.of("one", "two")) {
            Path lib = folder.resolve(which).resolve("lib.jar");
            jars.make(
                    lib,
                    Map.of(
                            "lib/Id.java",
                            "package lib; public class Id { public static String ID = \"%s\"; }"
                                    .formatted(which)));
            jars.make(
                    lib.resolveSibling("plugin.jar"),
                    Map.of(
                            "module-info.java",
                            """
                            module org.%1$s {
                                requires dev.assay.hash.spi;
                                requires lib;
                                provides dev.assay.hash.spi.HashPlugin with org.%1$s.Plugin;
                            }\
                            """
                                    .formatted(which),
                            PluginJars.path("org." + which),
                            PluginJars.source(
                                    "org." + which,
                                    "public List<HashAlgorithm> algorithms() {"
                                            + " return List.of(new Count(lib.Id.ID)); }")));
        }

        try (Plugins plugins = allowAndOpen("one", "two")) {
            assertThat(plugins.problems().all()).isEmpty();
            assertThat(plugins.hashes().byId())
                    .containsOnlyKeys(HashId.of("one"), HashId.of("two"));
        }
    }

    @Test
    void talksToOurInterfacesWhenAPluginBringsACopyOfThem() throws IOException {
        Path jar = count("count", "count");
        jars.make(
                jar.resolveSibling("assay-hash-spi.jar"),
                Map.of(
                        "module-info.java",
                        "module dev.assay.hash.spi { exports dev.assay.hash.spi; }",
                        "dev/assay/hash/spi/HashPlugin.java",
                        "package dev.assay.hash.spi; public interface HashPlugin {}"));

        try (Plugins plugins = allowAndOpen("count")) {
            assertThat(only(plugins).state()).isEqualTo(State.LOADED);
        }
    }

    @Test
    void loadsAnAutomaticModuleByItsServiceFile() throws IOException {
        jars.make(
                folder.resolve("old.jar"),
                Map.of(
                        PluginJars.path("org.old"),
                        PluginJars.source("org.old", PluginJars.offers("old")),
                        "META-INF/services/dev.assay.hash.spi.HashPlugin",
                        "org.old.Plugin"));

        try (Plugins plugins = allowAndOpen("old")) {
            assertThat(only(plugins).state()).isEqualTo(State.LOADED);
        }
    }

    @Test
    void doesNotTakeAStrangerForOursByItsModuleName() throws IOException {
        Path jar = folder.resolve("fake/fake.jar");
        jars.hashPlugin(jar, "dev.assay.hash.fake", PluginJars.offers("sha256", "good"));

        try (Plugins plugins = allowAndOpen("fake")) {
            assertThat(plugins.hashes().byId()).containsOnlyKeys(HashId.of("good"));
            assertThat(messages(plugins))
                    .containsExactly("'sha256' is reserved: the id names a recipe of Assay");
        }
    }

    @Test
    void givesUpAPluginThatDoesNotComeBack() throws IOException {
        jars.hashPlugin(
                folder.resolve("hang/hang.jar"),
                "org.hang",
                "public Plugin() { while (true) Thread.onSpinWait(); }"
                        + PluginJars.offers("hang"));
        count("good", "good");

        try (Plugins plugins =
                allowAndOpen(new TimeLimits(Duration.ofMillis(200), Map.of()), "hang", "good")) {
            assertThat(plugins.hashes().byId()).containsOnlyKeys(HashId.of("good"));
            assertThat(plugins.problems().all())
                    .extracting(PluginProblem::plugin)
                    .containsExactly("hang");
            assertThat(messages(plugins).getFirst()).contains("was given up");
        }
    }

    @Test
    void givesOnePluginLessTimeThanTheOthers() throws IOException {
        jars.hashPlugin(
                folder.resolve("hang/hang.jar"),
                "org.hang",
                "public Plugin() { while (true) Thread.onSpinWait(); }"
                        + PluginJars.offers("hang"));
        TimeLimits limits =
                new TimeLimits(Duration.ofMinutes(5), Map.of("hang", Duration.ofMillis(200)));

        try (Plugins plugins = allowAndOpen(limits, "hang")) {
            assertThat(messages(plugins)).singleElement().asString().contains("longer than 0.2 s");
            assertThat(plugins.problems().all().getFirst().remedy())
                    .contains("plugins.hang.time-limit");
        }
    }

    @Test
    void tellsThatAnotherPluginFolderIsNotThere() {
        try (Plugins plugins = open(folder.resolve("own"), folder.resolve("nowhere"))) {
            assertThat(plugins.problems().all())
                    .extracting(PluginProblem::plugin)
                    .containsExactly(folder.resolve("nowhere").toString());
        }
    }

    @Test
    void saysWhatToDoAboutAMissingLibraryAndAMissingModule() throws IOException {
        Path lib = folder.resolve("need/lib.jar");
        jars.make(lib, Map.of("lib/Id.java", "package lib; public class Id {}"));
        jars.make(
                lib.resolveSibling("need.jar"),
                Map.of(
                        "module-info.java",
                        "module org.need { requires dev.assay.hash.spi; requires lib;"
                                + " provides dev.assay.hash.spi.HashPlugin with org.need.Plugin; }",
                        PluginJars.path("org.need"),
                        PluginJars.source("org.need", PluginJars.offers("need"))));
        Files.delete(lib);

        try (Plugins plugins = allowAndOpen("need")) {
            assertThat(only(plugins).state()).isEqualTo(State.BROKEN);
            PluginProblem problem = plugins.problems().all().getFirst();
            assertThat(problem.message()).contains("lib not found");
            assertThat(problem.remedy()).contains("beside");
        }
    }

    private Path count(String name, String id) throws IOException {
        Path jar = folder.resolve(name).resolve(name + ".jar");
        return jars.hashPlugin(jar, "org." + name, PluginJars.offers(id));
    }

    private Plugins open(Path... folders) {
        return new Plugins(
                folders.length == 0 ? List.of(folder) : List.of(folders),
                new TimeLimits(Duration.ofSeconds(20), Map.of()),
                new Plugins.ByHand(List.of(), List.of()));
    }

    private Plugins allowAndOpen(String... names) {
        return allowAndOpen(new TimeLimits(Duration.ofSeconds(20), Map.of()), names);
    }

    private Plugins allowAndOpen(TimeLimits limits, String... names) {
        try (Plugins plugins = open()) {
            for (String name : names) {
                plugins.allow(name);
            }
        }
        return new Plugins(List.of(folder), limits, new Plugins.ByHand(List.of(), List.of()));
    }

    private static PluginInfo only(Plugins plugins) {
        assertThat(plugins.infos()).hasSize(1);
        return plugins.infos().getFirst();
    }

    private static List<String> messages(Plugins plugins) {
        return plugins.problems().all().stream().map(PluginProblem::message).toList();
    }

    private static byte[] digest(Plugins plugins, String id, int length) {
        StreamHash hash = (StreamHash) plugins.hashes().byId().get(HashId.of(id));
        assertThat(hash.scope(FileFacts.ofSize(length))).isNotNull();
        StreamHash.Hasher hasher = hash.newHasher();
        hasher.update(ByteBuffer.allocate(length));
        return hasher.finish();
    }
}
