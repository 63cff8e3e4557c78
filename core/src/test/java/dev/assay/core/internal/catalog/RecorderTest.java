package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.CatalogEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What saving gives back is what the catalog would say if it were asked. */
class RecorderTest {
    @TempDir Path folder;

    private Path root;
    private Catalog catalog;

    @BeforeEach
    void open() {
        root = folder.resolve("models");
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "rules 1");
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void givesBackNewAndKnownFilesAsTheCatalogHasThem() {
        CatalogEntry a = Samples.light(root, file("a", "one"));
        CatalogEntry b = Samples.light(root, file("b", "two"));
        assertThatAllAreAsTheCatalogHasThem(save(a, b));

        catalog.marks().tag(a.file().path(), "mine");
        assertThatAllAreAsTheCatalogHasThem(save(a, b));
        assertThat(catalog.entry(a.file().path()).orElseThrow().marks().tags())
                .containsExactly("mine");
    }

    @Test
    void addsDigestsToWhatIsKnown() {
        CatalogEntry a = light("a", "one");
        CatalogEntry b = light("b", "two");
        List<CatalogEntry> known = hash(a, b);

        assertThatAllAreAsTheCatalogHasThem(known);
        assertThat(known)
                .allSatisfy(entry -> {
                    assertThat(entry.digest(Samples.SHA256)).isPresent();
                    assertThat(entry.digest(Samples.EDGES)).isPresent();
                    assertThat(entry.marks().hashed()).isPresent();
                });
        assertThat(catalog.verifications().blocks(a.file().path())).containsExactly(7, -9);
        assertThatAllAreAsTheCatalogHasThem(hash(known.get(0), known.get(1)));
    }

    @Test
    void takesDigestsWithWhatIsNew() {
        CatalogEntry a = Samples.light(root, file("a", "one"));
        Hashed hashed = hashed(a);
        CatalogEntry whole = a.withHashes(hashed.hashes());
        Observed first = new Observed(whole, hashed.blocks());
        CatalogEntry b = Samples.light(root, file("b", "one")).withHashes(hashed.hashes());
        Observed copy = new Observed(b, hashed.blocks());

        List<CatalogEntry> known = catalog.scan(root).saveAll(List.of(first, copy));
        assertThatAllAreAsTheCatalogHasThem(known);
        assertThat(known).allSatisfy(entry -> assertThat(entry.marks().hashed()).isPresent());
        assertThat(catalog.verifications().blocks(a.file().path())).isEqualTo(hashed.blocks());
        assertThat(catalog.copies(a.file().path())).hasSize(1);
        assertThatAllAreAsTheCatalogHasThem(catalog.scan(root).saveAll(List.of(first)));
    }

    @Test
    void bringsBackWhatIsKnownOfTheSameBytes() {
        CatalogEntry a = light("a", "same");
        hash(a);
        catalog.saveIdentity(a.file().path(), Samples.found("Mimic"));
        CatalogEntry b = light("b", "same");

        CatalogEntry known = hash(b).getFirst();
        assertThatAllAreAsTheCatalogHasThem(List.of(known));
        assertThat(known.identities()).hasSize(1);
        assertThat(catalog.copies(b.file().path())).hasSize(1);
    }

    @Test
    void addsNothingToAFileThatIsNotKnown() {
        CatalogEntry stranger = Samples.light(root, file("a", "one"));
        Hashed hashed = hashed(stranger);
        assertThat(catalog.saveHashes(List.of(hashed))).containsExactly(Optional.empty());
        assertThat(catalog.entry(stranger.file().path())).isEmpty();
    }

    private Path file(String name, String content) {
        return Samples.write(root.resolve(name), content);
    }

    private CatalogEntry light(String name, String content) {
        CatalogEntry entry = Samples.light(root, file(name, content));
        return save(entry).getFirst();
    }

    private List<CatalogEntry> save(CatalogEntry... entries) {
        return catalog.scan(root)
                .saveAll(
                        Arrays.stream(entries)
                                .map(entry -> new Observed(entry, List.of()))
                                .toList());
    }

    private List<CatalogEntry> hash(CatalogEntry... entries) {
        List<Hashed> hashed = Arrays.stream(entries).map(RecorderTest::hashed).toList();
        return catalog.saveHashes(hashed).stream().map(Optional::orElseThrow).toList();
    }

    private static Hashed hashed(CatalogEntry entry) {
        return new Hashed(
                entry,
                Map.of(Samples.SHA256, Samples.digest(Samples.SHA256, entry.file().path())),
                List.of(7, -9));
    }

    private void assertThatAllAreAsTheCatalogHasThem(List<CatalogEntry> entries) {
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(catalog.entry(entry.file().path())).contains(entry));
    }
}
