package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LenientJsonTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "{\"a\": tru", "nul", "{} {}", "{} x", "'a'", "<html>"})
    void refusesWhatIsNotOneWholeValue(String text) {
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(() -> LenientJson.tree(bytes(text)))
                .matches(e -> !e.tooMuch());
    }

    @Test
    void refusesDepthBeyondItsLimitAndSaysSo() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(() -> LenientJson.tree(bytes(deep)))
                .matches(GarbledException::tooMuch);
    }

    @Test
    void refusesANumberOfAThousandDigits() {
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(() -> LenientJson.tree(bytes("1".repeat(1_000))));
    }

    @Test
    void takesAKeyThatComesTwiceAlikeAndLeavesContradictionsOut() throws Exception {
        JsonNode node = LenientJson.tree(bytes("{\"a\":1,\"b\":1,\"a\":1,\"b\":2,\"b\":2}"));
        assertThat(node.toString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void passesByWhatImagesWereMadeFromWithoutKeepingIt() throws Exception {
        String text = "{\"meta\":{\"a\":[1,{\"b\":2}]},\"c\":3}";
        assertThat(LenientJson.tree(bytes(text)).toString()).isEqualTo("{\"c\":3}");
    }

    @Test
    void takesAByteOrderMark() throws Exception {
        assertThat(LenientJson.tree(bytes("\uFEFF[1]")).toString()).isEqualTo("[1]");
    }

    @Test
    void keepsWholeCharactersAndReplacesHalves() throws Exception {
        JsonNode node = LenientJson.tree(bytes("[\"\\ud83d\\ude00 \\ud83d x \\ude00\"]"));
        assertThat(node.get(0).asString()).isEqualTo("\uD83D\uDE00 \uFFFD x \uFFFD");
    }

    @Test
    void takesHugeNumbersForNoNumber() throws Exception {
        assertThat(LenientJson.tree(bytes("[123456789012345678901234567890]")).get(0).isNull())
                .isTrue();
    }

    @Test
    void givesTheItemsBeforeACut() {
        List<JsonNode> items = new ArrayList<>();
        String cut = "{\"items\":[{\"id\":1},{\"id\":2},{\"i";
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(() -> LenientJson.page(bytes(cut), items::add));
        assertThat(items).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"items\":5}", "{\"error\":\"x\"}"})
    void refusesAPageWithoutItems(String text) {
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(() -> LenientJson.page(bytes(text), _ -> {}));
    }
}
