package dev.assay.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileCount;
import dev.assay.core.model.ModelType;
import dev.assay.core.query.Filter;
import dev.assay.core.query.FilterContext;
import dev.assay.core.query.FilterParser;
import dev.assay.core.query.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilteredEntriesTest {
    @TempDir Path folder;
    private Path root;
    private Catalog catalog;

    /**
     * Six files: a known LoRA and a copy of it, a VAE without digest, an embedding with a note, a
     * checkpoint that is gone, and one with a name of every kind of letter.
     */
    @BeforeEach
    void fill() throws IOException {
        root = folder.resolve("models");
        catalog = Catalog.open(folder.resolve("catalog.db"), Clock.systemUTC(), "1");
        Path known = add("loras/Known_100%.safetensors", "lora", ModelType.LORA, true);
        add("loras/sub/copy.safetensors", "lora", ModelType.LORA, true);
        add("vae/plain.ckpt", "a vae", ModelType.VAE, false);
        Path noted = add("embeddings/noted.pt", "an embedding", ModelType.EMBEDDING, true);
        Path gone = add("gone.safetensors", "a checkpoint", ModelType.CHECKPOINT, true);
        add("loras/ÜBER ünï.safetensors", "other", ModelType.LORA, true);
        catalog.saveIdentity(known, Samples.found("Mimic"));
        catalog.marks().tag(noted, "mine");
        catalog.marks().note(noted, "to be sorted");
        Files.writeString(root.resolve("loras/Known_100%.preview.png"), "x");
        Files.delete(gone);
        catalog.scan(root).finish();
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Path add(String name, String content, ModelType type, boolean hashed) {
        Path file = Samples.write(root.resolve(name), content);
        CatalogEntry entry = hashed ? Samples.hashed(root, file) : Samples.light(root, file);
        catalog.scan(root)
                .save(
                        CatalogEntry.seen(
                                entry.file(), root, Samples.inspection(file, type), entry.hashes()),
                        List.of());
        return file;
    }

    private Set<String> find(Filter filter) {
        try (Stream<CatalogEntry> found = catalog.entries(filter, Order.BY_PATH)) {
            return Samples.names(found.toList());
        }
    }

    private Set<String> find(String... words) {
        return find(
                FilterParser.parse(
                        List.of(words), FilterContext.of(Clock.systemUTC(), Set.of("main"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    type:vae+embedding | plain.ckpt noted.pt
                    not-type:lora | plain.ckpt noted.pt gone.safetensors
                    type:clip |
                    ext:ckpt | plain.ckpt
                    name:known_ | Known_100%.safetensors
                    name:100% | Known_100%.safetensors
                    name:n_w |
                    KNOWN | Known_100%.safetensors
                    name:üNÏ | ÜBER_ünï.safetensors
                    re:^no.*pt$ | noted.pt
                    dir:loras/sub | copy.safetensors
                    dir:ora |
                    creator:KOHYA | Known_100%.safetensors copy.safetensors
                    tag:ani | Known_100%.safetensors copy.safetensors
                    tag:mine | noted.pt
                    trigger:mimic | Known_100%.safetensors copy.safetensors
                    model:mimi | Known_100%.safetensors copy.safetensors
                    license:image | Known_100%.safetensors copy.safetensors
                    note:sorted | noted.pt
                    text:sorted | noted.pt
                    is:unhashed | plain.ckpt
                    is:missing | gone.safetensors
                    is:dup | Known_100%.safetensors copy.safetensors
                    is:identified | Known_100%.safetensors copy.safetensors
                    is:probable |
                    is:mine | noted.pt
                    is:broken |
                    is:unsafe |
                    is:nsfw |
                    has:preview | Known_100%.safetensors
                    has:note | noted.pt
                    has:civitai | Known_100%.safetensors copy.safetensors
                    no:hash | plain.ckpt
                    civitai:4201 | Known_100%.safetensors copy.safetensors
                    civitai:4201@1 |
                    downloads:4k..6k | Known_100%.safetensors copy.safetensors
                    published:2025-01..2025-02 | Known_100%.safetensors copy.safetensors
                    size:..5 | Known_100%.safetensors copy.safetensors plain.ckpt ÜBER_ünï.safetensors
                    older:1d |
                    size:1G.. |
                    """)
    void findsWhatAFilterMeans(String words, String names) {
        Set<String> expected =
                names == null
                        ? Set.of()
                        : Set.of(
                                Stream.of(names.split(" "))
                                        .map(name -> name.replace("R_ü", "R ü"))
                                        .toArray(String[]::new));
        assertThat(find(words)).isEqualTo(expected);
    }

    @Test
    void findsWhatLiesAtPathsWhateverTheirNamesAndHoweverManyThereAre() {
        Path odd = root.resolve("loras/ÜBER ünï.safetensors");
        List<Path> few = List.of(odd, root.resolve("vae"), root.resolve("embed"));
        assertThat(find(new Filter.At(few))).containsOnly("ÜBER ünï.safetensors", "plain.ckpt");
        List<Path> many = new ArrayList<>(few);
        for (int i = 0; i < 20_000; i++) {
            many.add(root.resolve("nothing" + i));
        }
        assertThat(find(new Filter.At(many))).isEqualTo(find(new Filter.At(few)));
        assertThat(find(new Filter.At(List.of(Path.of("/"))))).hasSize(6);
        assertThat(find(new Filter.At(List.of()))).isEmpty();
    }

    @Test
    void findsEverythingByBaseDtypeAndFormatThatAllShare() {
        for (String word :
                List.of(
                        "base:sdxl",
                        "base:SDXL",
                        "dtype:fp16",
                        "format:safetensors",
                        "newer:1d",
                        "added:1h",
                        "seen:1h",
                        "params:100M..200M")) {
            assertThat(find(word)).as(word).hasSize(6);
        }
        assertThat(find("base:sd15")).isEmpty();
    }

    @Test
    void findsADigestByItsPrefix() {
        String hex =
                catalog.entry(root.resolve("embeddings/noted.pt"))
                        .flatMap(entry -> entry.digest(Samples.SHA256))
                        .orElseThrow()
                        .hex();
        assertThat(find(hex.substring(0, 9))).containsExactly("noted.pt");
        assertThat(find("sha256:" + hex)).containsExactly("noted.pt");
        assertThat(find("autov2:" + hex)).isEmpty();
    }

    @Test
    void findsNothingForTextThatLooksLikeSql() {
        assertThat(find("name:' OR 1=1 --")).isEmpty();
        assertThat(find("type:x'); DROP TABLE file; --")).isEmpty();
        assertThat(find()).hasSize(6);
    }

    @Test
    void negatesEveryFilterExactly() {
        for (String word :
                List.of(
                        "type:vae",
                        "downloads:1..",
                        "creator:kohya",
                        "is:dup",
                        "base:sdxl",
                        "published:1y",
                        "has:preview",
                        "dtype:f8",
                        "dtype:F16",
                        "format:safetensors",
                        "format:gguf",
                        "type:lora+vae",
                        "type:lycoris",
                        "type:pickle",
                        "params:1G..",
                        "params:..1G",
                        "seen:1h",
                        "trigger:mimic",
                        "license:image",
                        "re:o[tw]",
                        "re:known_.*s",
                        "re:^PLAIN",
                        "is:ambiguous",
                        "is:symlinked",
                        "is:hardlinked",
                        "text:mimic")) {
            Set<String> some = find(word);
            Set<String> rest = find("not-" + word);
            assertThat(Collections.disjoint(some, rest)).as(word).isTrue();
            assertThat(some.size() + rest.size()).as(word).isEqualTo(6);
        }
    }

    @Test
    void findsTheTwoNamesOfOneFileAndASymbolicLink() throws IOException {
        Path linked = root.resolve("vae/plain.ckpt");
        Path second = Files.createLink(root.resolve("vae/second.ckpt"), linked);
        Path symbolic = Files.createSymbolicLink(root.resolve("vae/symbolic.ckpt"), linked);
        for (Path one : List.of(second, symbolic)) {
            catalog.scan(root).save(Samples.light(root, one), List.of());
        }
        assertThat(find("is:hardlinked")).containsOnly("plain.ckpt", "second.ckpt");
        assertThat(find("is:symlinked")).isSubsetOf("symbolic.ckpt");
    }

    @Test
    void ordersBySizeAndName() {
        try (Stream<CatalogEntry> found =
                catalog.entries(Filter.everything(), new Order(Order.Field.SIZE, true))) {
            assertThat(found.map(one -> one.file().size()))
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void countsFilesAndBytes() {
        assertThat(catalog.statistics().total(new Filter.Kind(Filter.WordField.TYPE, "vae")))
                .isEqualTo(new FileCount(1, 5));
    }
}
