package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.CatalogException;
import dev.assay.core.model.FileCount;
import dev.assay.core.model.FileGroup;
import dev.assay.core.model.Grouping;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Root;
import dev.assay.core.query.Filter;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    @TempDir Path folder;
    private Path root;
    private Catalog catalog;

    @BeforeEach
    void open() {
        root = folder.resolve("models");
        catalog = reopen("rules 1");
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Catalog reopen(String rules) {
        return Catalog.open(folder.resolve("data/catalog.db"), Clock.systemUTC(), rules);
    }

    private Path file(String name, String content) {
        return Samples.write(root.resolve(name), content);
    }

    private CatalogEntry save(Path file) {
        CatalogEntry entry = Samples.hashed(root, file);
        catalog.scan(root).save(entry, List.of(7, -9));
        return entry;
    }

    private Known lookUp(Path file) {
        return catalog.scan(root).lookUp(List.of(Samples.stat(file))).getFirst();
    }

    @Test
    void takesBackAllThatAPersonWroteInOneGoWhenSomeOfItFails() {
        assertThatThrownBy(() ->
                        catalog.writeDurably(sql -> {
                            sql.run("INSERT INTO tag(content, word, sum) VALUES(1, 'mine', 0)");
                            throw new SQLException("the rest fails");
                        }))
                .isInstanceOf(CatalogException.class);
        assertThat(catalog.<Long>read(sql -> sql.number("SELECT count(*) FROM tag"))).isZero();
    }

    @Test
    void givesBackWhatWasSaved() {
        CatalogEntry saved = save(file("loras/a.safetensors", "a"));
        CatalogEntry found = catalog.entry(saved.file().path()).orElseThrow();
        assertThat(found.file()).isEqualTo(saved.file());
        assertThat(found.root()).isEqualTo(root);
        assertThat(found.inspection()).isEqualTo(saved.inspection());
        assertThat(found.hashes()).isEqualTo(saved.hashes());
        assertThat(found.missing()).isFalse();
        assertThat(found.marks().added()).isPresent();
    }

    @Test
    void remembersAfterItWasClosed() {
        CatalogEntry saved = save(file("a.safetensors", "a"));
        catalog.close();
        catalog = reopen("rules 1");
        assertThat(catalog.entry(saved.file().path()).orElseThrow().hashes())
                .isEqualTo(saved.hashes());
    }

    @Test
    void knowsNothingOfANewFile() {
        assertThat(lookUp(file("a.safetensors", "a"))).isInstanceOf(Known.New.class);
    }

    @Test
    void tellsAnUnchangedFileWithWhatItHolds() {
        Path file = file("a.safetensors", "a");
        save(file);
        Held held = ((Known.Unchanged) lookUp(file)).held();
        assertThat(held.settled()).contains(Samples.SHA256, Samples.AUTOV1);
        assertThat(held.headerCurrent()).isTrue();
        assertThat(held.category().id()).isEqualTo("loras");
    }

    @Test
    void wantsHeadersReadAgainWithNewRules() {
        Path file = file("a.safetensors", "a");
        save(file);
        catalog.close();
        catalog = reopen("rules 2");
        assertThat(((Known.Unchanged) lookUp(file)).held().headerCurrent()).isFalse();
    }

    @Test
    void noticesAnEditWithTheTimeSetBack() throws IOException {
        Path file = file("a.safetensors", "a");
        FileTime before = Files.getLastModifiedTime(file);
        save(file);
        Files.writeString(file, "b");
        Files.setLastModifiedTime(file, before);
        assertThat(lookUp(file)).isInstanceOf(Known.Changed.class);
    }

    @Test
    void neverTakesAReplacedFileForTheOldOne() throws IOException {
        Path file = file("a.safetensors", "a");
        FileTime before = Files.getLastModifiedTime(file);
        save(file);
        Files.delete(file);
        Path other = file("b.safetensors", "b");
        Files.setLastModifiedTime(other, before);
        assertThat(lookUp(other)).isInstanceOf(Known.New.class);
    }

    @Test
    void followsARenamedFile() throws IOException {
        Path old = file("a.safetensors", "a");
        CatalogEntry saved = save(old);
        catalog.saveIdentity(old, Samples.found("Mimic"));
        Path now = Files.move(old, root.resolve("loras.safetensors"));
        Known known = lookUp(now);
        assertThat(known).isInstanceOf(Known.Moved.class);
        CatalogEntry adopted = catalog.scan(root).adopt(known).orElseThrow();
        assertThat(adopted.file().path()).isEqualTo(now);
        assertThat(adopted.hashes()).isEqualTo(saved.hashes());
        assertThat(adopted.identity("civitai")).isPresent();
        assertThat(catalog.entry(old)).isEmpty();
        assertThat(lookUp(now)).isInstanceOf(Known.Unchanged.class);
    }

    @Test
    void followsTwoFilesThatChangedNames() throws IOException {
        Path a = file("a.safetensors", "aa");
        Path b = file("b.safetensors", "bb");
        CatalogEntry savedA = save(a);
        CatalogEntry savedB = save(b);
        Files.move(a, root.resolve("c"));
        Files.move(b, a);
        Files.move(root.resolve("c"), b);
        for (Path path : List.of(a, b)) {
            ScanSession scan = catalog.scan(root);
            Known known = scan.lookUp(List.of(Samples.stat(path))).getFirst();
            assertThat(scan.adopt(known)).isPresent();
        }
        assertThat(catalog.entry(a).orElseThrow().hashes()).isEqualTo(savedB.hashes());
        assertThat(catalog.entry(b).orElseThrow().hashes()).isEqualTo(savedA.hashes());
        assertThat(lookUp(a)).isInstanceOf(Known.Unchanged.class);
        assertThat(lookUp(b)).isInstanceOf(Known.Unchanged.class);
    }

    @Test
    void keepsARenamedFileThatTookAnothersPath() throws IOException {
        Path a = file("a.safetensors", "aa");
        Path b = file("b.safetensors", "bb");
        save(a);
        CatalogEntry savedB = save(b);
        Files.move(b, a, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        ScanSession scan = catalog.scan(root);
        scan.adopt(scan.lookUp(List.of(Samples.stat(a))).getFirst()).orElseThrow();
        scan.finish();
        try (Stream<CatalogEntry> all = catalog.entries()) {
            assertThat(all.toList())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.file().path()).isEqualTo(a);
                        assertThat(one.hashes()).isEqualTo(savedB.hashes());
                    });
        }
    }

    @Test
    void seesAHardLinkAsOneContent() throws IOException {
        Path a = file("a.safetensors", "aa");
        Path b = Files.createLink(root.resolve("b.safetensors"), a);
        CatalogEntry saved = save(a);
        Known known = lookUp(b);
        assertThat(known).isInstanceOf(Known.Linked.class);
        CatalogEntry adopted = catalog.scan(root).adopt(known).orElseThrow();
        assertThat(adopted.hashes()).isEqualTo(saved.hashes());
        assertThat(adopted.file().path()).isEqualTo(b);
        assertThat(catalog.entry(a)).isPresent();
    }

    @Test
    void countsTheBytesOfAFileOnceHoweverManyNamesItHas() throws IOException {
        Path a = file("a.safetensors", "aa");
        Path b = Files.createLink(root.resolve("b.safetensors"), a);
        Path c = Files.createSymbolicLink(root.resolve("c.safetensors"), a);
        save(a);
        catalog.scan(root).adopt(lookUp(b)).orElseThrow();
        catalog.scan(root).adopt(lookUp(c)).orElseThrow();
        save(file("d.safetensors", "ddd"));
        catalog.marks().tag(a, "keep");
        Filter all = Filter.everything();
        Statistics statistics = catalog.statistics();
        assertThat(statistics.total(all)).isEqualTo(new FileCount(4, 5));
        assertThat(statistics.overview(all).bytes()).isEqualTo(5);
        assertThat(statistics.groups(Grouping.EXT, all))
                .containsExactly(new FileGroup("safetensors", 4, 5));
        assertThat(catalog.roots().all()).singleElement().returns(5L, Root::bytes);
        assertThat(catalog.marks().tags()).containsExactly(new FileGroup("keep", 3, 2));
    }

    @Test
    void bringsBackWhatWasKnownWhenAChangedFileHasItsOldBytes() throws IOException {
        Path file = file("a.safetensors", "a");
        save(file);
        catalog.saveIdentity(file, Samples.found("Mimic"));
        Files.writeString(file, "b");
        save(file);
        assertThat(catalog.entry(file).orElseThrow().identities()).isEmpty();
        Files.writeString(file, "a");
        save(file);
        assertThat(catalog.entry(file).orElseThrow().identity("civitai")).isPresent();
    }

    @Test
    void givesACopyWhatIsKnownOfItsBytes() {
        Path a = file("a.safetensors", "aa");
        save(a);
        catalog.saveIdentity(a, Samples.found("Mimic"));
        Path b = file("b.safetensors", "aa");
        save(b);
        assertThat(catalog.entry(b).orElseThrow().identity("civitai")).isPresent();
    }

    @Test
    void dropsTheDigestsOfAFileThatChanged() throws IOException {
        Path file = file("a.safetensors", "a");
        save(file);
        Files.writeString(file, "bb");
        catalog.scan(root).save(Samples.light(root, file), List.of());
        assertThat(catalog.entry(file).orElseThrow().hashes()).containsOnlyKeys(Samples.EDGES);
    }

    @Test
    void keepsDigestsWhenOnlyTheHeaderIsReadAgain() {
        Path file = file("a.safetensors", "a");
        CatalogEntry saved = save(file);
        catalog.scan(root).save(Samples.light(root, file), List.of());
        assertThat(catalog.entry(file).orElseThrow().hashes()).isEqualTo(saved.hashes());
    }

    @Test
    void keepsWhatAProviderSaidWithItsOwnAnswer() {
        Path file = file("a.safetensors", "a");
        save(file);
        Identity said = Samples.found("Mimic");
        catalog.saveIdentity(file, said);
        assertThat(catalog.entry(file).orElseThrow().identities()).containsExactly(said);
    }

    @Test
    void keepsMissesWithTheirTimes() {
        Path file = file("a.safetensors", "a");
        save(file);
        Identity said =
                new Identity(
                        "civitai",
                        Identity.State.NOT_FOUND,
                        Optional.of(HashId.of("sha256")),
                        Optional.of(Instant.parse("2026-01-02T03:04:05.006Z")),
                        List.of(),
                        Optional.empty(),
                        Optional.of("because"),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-01-09T03:04:05Z")),
                        Map.of(HashId.of("sha256"), Instant.parse("2026-01-02T03:04:05Z")),
                        java.util.Set.of("1@2"));
        catalog.saveIdentity(file, said);
        assertThat(catalog.entry(file).orElseThrow().identities()).containsExactly(said);
    }

    @Test
    void findsFilesByAHashPrefixOfOddLength() {
        Path file = file("a.safetensors", "a");
        CatalogEntry saved = save(file);
        String hex = saved.digest(Samples.SHA256).orElseThrow().hex();
        assertThat(catalog.byHashPrefix(hex.substring(0, 7).toUpperCase(java.util.Locale.ROOT)))
                .hasSize(1);
        assertThat(catalog.byHashPrefix(hex)).hasSize(1);
        assertThat(catalog.byHashPrefix(hex.startsWith("0000000") ? "1111111" : "0000000"))
                .isEmpty();
    }

    @Test
    void listsAFolderAndWhatIsBelow() {
        save(file("a/1.safetensors", "1"));
        save(file("a/b/2.safetensors", "2"));
        save(file("a-c/3.safetensors", "3"));
        try (Stream<CatalogEntry> under = catalog.under(root.resolve("a"))) {
            assertThat(Samples.names(under.toList()))
                    .containsExactlyInAnyOrder("1.safetensors", "2.safetensors");
        }
    }

    @Test
    void marksWhatIsGone() throws IOException {
        Path a = file("a.safetensors", "a");
        Path b = file("b.safetensors", "b");
        save(a);
        save(b);
        Files.delete(a);
        ScanSession scan = catalog.scan(root);
        scan.lookUp(List.of(Samples.stat(b)));
        assertThat(scan.finish().missing()).hasSize(1);
        assertThat(catalog.entry(a).orElseThrow().missing()).isTrue();
        assertThat(catalog.entry(b).orElseThrow().missing()).isFalse();
    }

    @Test
    void keepsEverythingWhenTheRootIsAwayOrEmpty() throws IOException {
        Path a = file("a.safetensors", "a");
        CatalogEntry saved = save(a);
        Path away = Files.move(root, folder.resolve("away"));
        assertThat(catalog.scan(root).finish())
                .isEqualTo(new Swept(Set.of(), 1, Optional.of("The folder is not there")));
        Files.createDirectory(root);
        assertThat(catalog.scan(root).finish())
                .isEqualTo(new Swept(Set.of(), 1, Optional.of("The folder is empty")));
        assertThat(catalog.entry(a).orElseThrow().missing()).isFalse();
        Files.delete(root);
        Files.move(away, root);
        assertThat(lookUp(a)).isInstanceOf(Known.Unchanged.class);
        assertThat(catalog.entry(a).orElseThrow().hashes()).isEqualTo(saved.hashes());
    }

    @Test
    void takesAFileBackThatWasMissing() throws IOException {
        Path a = file("a.safetensors", "a");
        file("b.safetensors", "b");
        save(a);
        Path aside = Files.move(a, folder.resolve("aside"));
        catalog.scan(root).finish();
        assertThat(catalog.entry(a).orElseThrow().missing()).isTrue();
        Files.move(aside, a);
        Known known = lookUp(a);
        assertThat(catalog.scan(root).adopt(known).orElseThrow().missing()).isFalse();
    }

    @Test
    void noticesFiftyEditsThatHide() throws IOException {
        Random random = new Random(50);
        int noticed = 0;
        for (int edit = 0; edit < 50; edit++) {
            Path file = file("edit" + edit + ".safetensors", "before " + edit);
            FileTime time = Files.getLastModifiedTime(file);
            save(file);
            String after = "behind " + edit;
            switch (random.nextInt(3)) {
                case 0 -> Files.writeString(file, after);
                case 1 -> {
                    Files.delete(file);
                    Files.writeString(file, after);
                }
                default ->
                        Files.move(
                                file("new", after),
                                file,
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setLastModifiedTime(file, time);
            noticed += lookUp(file) instanceof Known.Changed ? 1 : 0;
        }
        assertThat(noticed).isEqualTo(50);
        Endurance.report("50 edits with size and time set back, 50 noticed");
    }

    @Test
    void followsATreeThatWasRenamed() throws IOException {
        int count = Endurance.times(300, 10_000);
        List<CatalogEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = file("old/folder" + i % 20 + "/" + i + ".safetensors", "content " + i);
            entries.add(Samples.hashed(root, file));
        }
        catalog.saveAll(entries);
        Files.move(root.resolve("old"), root.resolve("new"));
        int adopted = 0;
        ScanSession scan = catalog.scan(root);
        for (CatalogEntry entry : entries) {
            Path now =
                    root.resolve("new")
                            .resolve(root.resolve("old").relativize(entry.file().path()));
            Known known = scan.lookUp(List.of(Samples.stat(now))).getFirst();
            assertThat(known).isInstanceOf(Known.Moved.class);
            adopted += scan.adopt(known).orElseThrow().hashes().equals(entry.hashes()) ? 1 : 0;
        }
        assertThat(scan.finish().missing()).isEmpty();
        assertThat(adopted).isEqualTo(count);
        assertThat(catalog.upkeep().info().files()).isEqualTo(count);
        Endurance.report(
                "a tree of %,d files renamed, all followed without a read".formatted(count));
    }
}
