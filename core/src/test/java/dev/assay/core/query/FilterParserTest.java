package dev.assay.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.query.Filter.All;
import dev.assay.core.query.Filter.Any;
import dev.assay.core.query.Filter.Between;
import dev.assay.core.query.Filter.Contains;
import dev.assay.core.query.Filter.Digest;
import dev.assay.core.query.Filter.During;
import dev.assay.core.query.Filter.Facet;
import dev.assay.core.query.Filter.Is;
import dev.assay.core.query.Filter.Kind;
import dev.assay.core.query.Filter.KnownTo;
import dev.assay.core.query.Filter.Not;
import dev.assay.core.query.Filter.NumberField;
import dev.assay.core.query.Filter.Published;
import dev.assay.core.query.Filter.TextField;
import dev.assay.core.query.Filter.TimeField;
import dev.assay.core.query.Filter.WordField;
import dev.assay.hash.spi.HashId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FilterContext CONTEXT =
            new FilterContext(NOW, ZoneOffset.UTC, Set.of("comfy"));
    private static final OptionalLong NONE = OptionalLong.empty();

    private static Filter words(String... words) {
        return FilterParser.parse(List.of(words), CONTEXT);
    }

    private static Filter where(String expression) {
        return FilterParser.parseExpression(expression, CONTEXT);
    }

    private static Filter type(String value) {
        return new Kind(WordField.TYPE, value);
    }

    @Test
    void meansEveryFileWithoutWords() {
        assertThat(words()).isEqualTo(Filter.everything());
    }

    @Test
    void joinsDifferentKeysWithAnd() {
        assertThat(words("type:lora", "base:sdxl"))
                .isEqualTo(new All(List.of(type("lora"), new Kind(WordField.BASE, "sdxl"))));
    }

    @Test
    void joinsTheSameKeyWithOr() {
        assertThat(words("type:lora", "type:vae"))
                .isEqualTo(new Any(List.of(type("lora"), type("vae"))));
    }

    @Test
    void takesAPlusForOr() {
        assertThat(words("type:lora+vae")).isEqualTo(words("type:lora", "type:vae"));
    }

    @Test
    void negatesAnyKey() {
        assertThat(words("not-type:vae")).isEqualTo(new Not(type("vae")));
        assertThat(words("not-type:vae", "not-type:lora"))
                .isEqualTo(new All(List.of(new Not(type("vae")), new Not(type("lora")))));
    }

    @Test
    void takesABareWordForAPartOfTheName() {
        assertThat(words("detail")).isEqualTo(new Contains(TextField.NAME, "detail"));
    }

    @Test
    void takesHexForADigestOrAName() {
        assertThat(words("6CE0161689"))
                .isEqualTo(
                        new Any(
                                List.of(
                                        new Digest(Optional.empty(), "6ce0161689"),
                                        new Contains(TextField.NAME, "6CE0161689"))));
    }

    @Test
    void takesADigestOfOneRecipe() {
        assertThat(words("autov3:22D8ab"))
                .isEqualTo(new Digest(Optional.of(HashId.of("autov3")), "22d8ab"));
        assertThat(words("sha256:123456"))
                .isEqualTo(new Digest(Optional.of(HashId.of("sha256")), "123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "civitai:4201@130072",
                "urn:air:sd1:checkpoint:civitai:4201@130072",
                "https://civitai.com/models/4201?modelVersionId=130072",
                "https://civitai.com/models/4201/a-name?modelVersionId=130072"
            })
    void takesEveryFormOfAnAddress(String address) {
        assertThat(words(address))
                .isEqualTo(new Published("civitai", "4201", Optional.of("130072")));
    }

    @Test
    void takesAnAddressWithoutAVersion() {
        assertThat(words("civitai:4201"))
                .isEqualTo(new Published("civitai", "4201", Optional.empty()));
        assertThat(words("https://civitai.com/models/4201/some-name"))
                .isEqualTo(new Published("civitai", "4201", Optional.empty()));
    }

    @Test
    void countsSizesInPowersOf1024AndTheRestInPowersOf1000() {
        assertThat(words("size:2G.."))
                .isEqualTo(new Between(NumberField.SIZE, OptionalLong.of(2L << 30), NONE));
        assertThat(words("size:..1.5M"))
                .isEqualTo(new Between(NumberField.SIZE, NONE, OptionalLong.of(1572864)));
        assertThat(words("downloads:10k..20k"))
                .isEqualTo(
                        new Between(
                                NumberField.DOWNLOADS,
                                OptionalLong.of(10_000),
                                OptionalLong.of(20_000)));
    }

    @Test
    void readsAgesAndDates() {
        assertThat(words("older:180d"))
                .isEqualTo(
                        new During(
                                TimeField.MODIFIED,
                                Optional.empty(),
                                Optional.of(Instant.parse("2026-05-28T12:00:00Z"))));
        assertThat(words("added:2026-01-01..2026-02"))
                .isEqualTo(
                        new During(
                                TimeField.ADDED,
                                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                Optional.of(Instant.parse("2026-02-01T00:00:00Z"))));
    }

    @Test
    void takesTheNameOfARootAsAPlace() {
        assertThat(words("comfy:loras/"))
                .isEqualTo(
                        new All(
                                List.of(
                                        new Kind(WordField.ROOT, "comfy"),
                                        new Filter.In("loras/"))));
        assertThat(words("comfy:")).isEqualTo(new Kind(WordField.ROOT, "comfy"));
    }

    @Test
    void asksForProvidersAndHashesByHas() {
        assertThat(words("no:civitai")).isEqualTo(new Not(new KnownTo("civitai")));
        assertThat(words("has:hash:blake3")).isEqualTo(new Filter.Hashed(HashId.of("blake3")));
    }

    @Test
    void readsTheLongForm() {
        assertThat(where("size > 2GB and (type = lora or no civitai)"))
                .isEqualTo(
                        new All(
                                List.of(
                                        new Between(
                                                NumberField.SIZE,
                                                OptionalLong.of((2L << 30) + 1),
                                                NONE),
                                        new Any(
                                                List.of(
                                                        type("lora"),
                                                        new Not(new KnownTo("civitai")))))));
    }

    @Test
    void bindsAndTighterThanOrAndNotTightest() {
        assertThat(where("not is missing and type = lora or type = vae"))
                .isEqualTo(
                        new Any(
                                List.of(
                                        new All(
                                                List.of(
                                                        new Not(new Is(Facet.MISSING)),
                                                        type("lora"))),
                                        type("vae"))));
    }

    @Test
    void takesQuotedValues() {
        assertThat(where("creator = \"some one (else)\""))
                .isEqualTo(new Contains(TextField.CREATOR, "some one (else)"));
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThatThrownBy(() -> words("tpye:lora"))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("Did you mean type:?");
        assertThatThrownBy(() -> words("is:unknwon"))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("is:unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size:2G",
                "size:..",
                "size:x..",
                "older:soon",
                "re:(",
                "type:",
                "has:$",
                "no:hash:SHA256",
                "no:hash:",
                "sha--256:abcdef"
            })
    void refusesWhatMakesNoSense(String word) {
        assertThatThrownBy(() -> words(word)).isInstanceOf(FilterException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "size",
                "size >",
                "size > big",
                "(type = lora",
                "type = lora)",
                "type ? lora",
                "type = lora type = vae",
                "name < a",
                "\"",
                "is nothing"
            })
    void refusesABrokenExpression(String expression) {
        assertThatThrownBy(() -> where(expression)).isInstanceOf(FilterException.class);
    }

    @ParameterizedTest
    @EnumSource
    void takesTheExampleOfEveryKey(FilterKey key) {
        assertThat(words(key.example())).isNotNull();
        for (String choice : key.choices()) {
            assertThat(words(key.word() + ":" + choice)).isNotNull();
        }
    }

    @Test
    void neverFailsInAnotherWayOnAnyText() {
        Random random = new Random(6);
        List<String> pieces =
                List.of(
                        "type", ":", "=", "(", ")", "not", "and", "size", "2G", "..", "+", "'", "é",
                        "is", "-");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                text.append(random.nextBoolean() ? " " : "");
            }
            acceptsOrRefuses(() -> words(text.toString()));
            acceptsOrRefuses(() -> where(text.toString()));
        }
    }

    private static void acceptsOrRefuses(java.util.function.Supplier<Filter> parse) {
        try {
            assertThat(parse.get()).isNotNull();
        } catch (FilterException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }
}
