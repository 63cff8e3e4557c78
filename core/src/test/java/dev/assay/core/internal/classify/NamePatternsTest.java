package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.format.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamePatternsTest {
    @Test
    void putsASignForNumbersOfUpToSixDigits() {
        assertThat(NamePatterns.pattern("blocks.12.attn.0", '.')).isEqualTo("blocks.#.attn.#");
        assertThat(NamePatterns.pattern("7", '.')).isEqualTo("#");
        assertThat(NamePatterns.pattern("a.1234567.b2", '.')).isEqualTo("a.1234567.b2");
        assertThat(NamePatterns.pattern("blocks_12_attn", '_')).isEqualTo("blocks_#_attn");
    }

    @Test
    void keepsEmptyPartsAndASignOfTheNamesOwn() {
        assertThat(NamePatterns.pattern("..a.", '.')).isEqualTo("..a.");
        assertThat(NamePatterns.pattern("", '.')).isEmpty();
        assertThat(NamePatterns.pattern("a.#.3", '.')).isEqualTo("a.?.#");
    }

    @Test
    void findsTheSameWhateverTheOrder() {
        List<String> names = List.of("a.1.x", "a.10.x", "a.2", "a.b.1.x", "a", "a.1.xy", "b.1.x.3");
        TensorIndex forwards = index(names.stream());
        TensorIndex backwards = index(names.reversed().stream());
        assertThat(forwards.patterns())
                .containsExactly("a.#.x", "a.#", "a.b.#.x", "a", "a.#.xy", "b.#.x.#");
        assertThat(backwards.patterns()).containsAll(forwards.patterns());
        assertThat(backwards.starts())
                .isEqualTo(forwards.starts())
                .contains("a.b", "b.#.x", "a.b.#");
        for (TensorIndex index : List.of(forwards, backwards)) {
            assertThat(index.highest("a")).isEqualTo(10);
            assertThat(index.highest("a.b")).isEqualTo(1);
            assertThat(index.highest("b.#.x")).isEqualTo(3);
            assertThat(index.count("a.#")).isEqualTo(4);
            assertThat(index.count("a.1")).isEqualTo(2);
            assertThat(index.sample("a.10.x")).isPresent();
        }
    }

    @Test
    void keepsTheLastOfTensorsWithTheSameName() {
        List<Tensor> twice = List.of(tensor("a", 1), tensor("b", 2), tensor("a", 3));
        assertThat(TensorIndex.of(twice, '.').tensors())
                .extracting(Tensor::shape)
                .containsExactly(List.of(3L), List.of(2L));
    }

    @Test
    void takesTheRestOfANameOfManyPartsAsOne() {
        String deep = "a.".repeat(100) + "b";
        TensorIndex index = index(Stream.of(deep, deep + "c"));
        assertThat(index.starts()).hasSizeLessThan(50).contains("a.a.a", deep, deep + "c");
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void gathersNoMoreNamesThanAnyModelHas() {
        TensorIndex index = index(IntStream.range(0, 100_000).mapToObj(i -> "t" + i + "x"));
        assertThat(index.starts()).hasSizeBetween(60_000, 70_000);
        assertThat(index.size()).isEqualTo(100_000);
    }

    private static TensorIndex index(Stream<String> names) {
        return TensorIndex.of(names.map(name -> tensor(name, 1)).toList(), '.');
    }

    private static Tensor tensor(String name, long side) {
        return new Tensor(name, "F16", List.of(side));
    }
}
