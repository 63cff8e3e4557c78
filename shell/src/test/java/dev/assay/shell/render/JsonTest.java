package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
    private static final JsonMapper READER = JsonMapper.shared();

    @Test
    void readsBackEveryHostileStringExactly() {
        for (String hostile : HostileText.STRINGS) {
            String written = Json.compact(Map.of("text", hostile));
            assertThat(READER.readTree(written).get("text").asString()).isEqualTo(hostile);
        }
    }

    @Test
    void writesNothingATerminalObeys() {
        assertThat(HostileText.STRINGS)
                .allSatisfy(s -> assertThat(Json.compact(List.of(s))).matches(HostileText::isSafe));
    }

    @Test
    void writesNumbersBooleansAndNull() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1L);
        map.put("b", 0.25);
        map.put("c", true);
        map.put("d", null);
        map.put("e", Arrays.asList(1, null));
        assertThat(Json.compact(map))
                .isEqualTo("{\"a\":1,\"b\":0.25,\"c\":true,\"d\":null,\"e\":[1,null]}");
    }

    @Test
    void writesNoNumberThatJsonLacks() {
        assertThat(Json.compact(List.of(Double.NaN, Double.POSITIVE_INFINITY)))
                .isEqualTo("[null,null]");
    }

    @Test
    void nestsPrettyOutputAndKeepsEmptyOnesShort() {
        assertThat(Json.pretty(Map.of("a", List.of(1, 2)), 0))
                .isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ]\n}");
        assertThat(Json.pretty(Map.of("a", List.of()), 0)).isEqualTo("{\n  \"a\": []\n}");
    }
}
