package dev.assay.shell.command.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hash.spi.HashId;
import dev.assay.shell.command.digest.HashLine.Form;
import dev.assay.shell.view.HashNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HashLineTest {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final String HEX =
            "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
    private static final HashNames NAMES = new HashNames();

    @Test
    void writesWhatSha256sumWrites() {
        assertThat(line(false, "model.safetensors")).isEqualTo(HEX + "  model.safetensors\n");
    }

    @Test
    void writesWhatBsdWrites() {
        assertThat(line(true, "a b")).isEqualTo("SHA256 (a b) = " + HEX + "\n");
    }

    @Test
    void marksEscapedNamesWithABackslash() {
        assertThat(line(false, "a\\b\nc\rd")).isEqualTo("\\" + HEX + "  a\\\\b\\nc\\rd\n");
    }

    @Test
    void escapesNothingBeforeANul() {
        assertThat(HashLine.write(new Form(false, true), "SHA256", SHA256, HEX, Octets.of("a\nb")))
                .isEqualTo(Octets.of(HEX + "  a\nb\0"));
    }

    @Test
    void writesAutoVInCapitals() {
        assertThat(
                        HashLine.write(
                                new Form(true, false),
                                "AutoV2",
                                HashId.of("autov2"),
                                "b94d27b993",
                                Octets.of("x")))
                .isEqualTo(Octets.of("AutoV2 (x) = B94D27B993\n"));
    }

    @Test
    void readsBackEveryNameItWrites() {
        for (String name :
                List.of(
                        "a",
                        " leading",
                        "a  b",
                        "a\\nb",
                        "a\nb",
                        "\\",
                        "x) = y",
                        "*star",
                        "ünï模",
                        "Å\u0085 no end of line")) {
            for (boolean tagged : List.of(true, false)) {
                String line = line(tagged, name).stripTrailing();
                assertThat(new LineReader(NAMES).read(Octets.of(line)))
                        .as(line)
                        .get()
                        .extracting(HashLine::name)
                        .isEqualTo(Octets.of(name));
            }
        }
    }

    @Test
    void readsTheBinaryMark() {
        assertThat(read(HEX + " *model").orElseThrow().name().text()).isEqualTo("model");
    }

    @Test
    void tellsTheRecipeByTagThenByOptionThenByLength() {
        HashLine tagged = read("AutoV3 (x) = 22D8CB95B807").orElseThrow();
        assertThat(tagged.recipe(Optional.of(SHA256), Map.of())).contains(HashId.of("autov3"));
        HashLine plain = read(HEX + "  x").orElseThrow();
        assertThat(plain.recipe(Optional.of(HashId.of("blake3")), Map.of()))
                .contains(HashId.of("blake3"));
        assertThat(plain.recipe(Optional.empty(), Map.of())).contains(SHA256);
    }

    @Test
    void refusesADigestOfAnotherLength() {
        Map<HashId, Integer> digits = Map.of(SHA256, 64, HashId.of("md5"), 32);
        HashLine plain = read(HEX + "  x").orElseThrow();
        assertThat(plain.recipe(Optional.of(HashId.of("md5")), digits)).isEmpty();
        assertThat(plain.recipe(Optional.of(SHA256), digits)).contains(SHA256);
        assertThat(read("SHA256 (x) = 22D8CB95B807").orElseThrow().recipe(Optional.empty(), digits))
                .isEmpty();
    }

    @Test
    void refusesLinesThatAreNone() {
        assertThat(read("hello world")).isEmpty();
        assertThat(read("NOPE99 (x) = " + HEX)).isEmpty();
    }

    private static Optional<HashLine> read(String line) {
        return new LineReader(NAMES).read(Octets.of(line));
    }

    private static String line(boolean tagged, String name) {
        return HashLine.write(new Form(tagged, false), "SHA256", SHA256, HEX, Octets.of(name))
                .text();
    }
}
