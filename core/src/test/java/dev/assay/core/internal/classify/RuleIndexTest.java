package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.format.Header;
import dev.assay.core.model.ModelType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleIndexTest {

    /** {@return the rules that something is met of, and that are passed over all the same} */
    static List<String> passedOver(Header header) {
        Contents contents = Contents.of(header);
        AdapterModules adapter = AdapterModules.of(contents.whole().tensors());
        List<String> missed = new ArrayList<>();
        for (RuleBook.Section section : RuleBook.standard().sections()) {
            if (section.view() == RuleBook.View.MODULES) {
                missed.addAll(passedOver(section, adapter.index()));
            } else {
                for (String prefix : section.prefixes()) {
                    missed.addAll(passedOver(section, contents.view(prefix)));
                }
                missed.addAll(passedOver(section, contents.whole()));
            }
        }
        return missed;
    }

    private static List<String> passedOver(RuleBook.Section section, TensorIndex tensors) {
        List<Rule> touched = section.index().touched(tensors);
        return section.rules().stream()
                .filter(rule -> !touched.contains(rule))
                .filter(rule -> rule.when().met(tensors) > 0 || rule.when().holds(tensors))
                .map(Rule::id)
                .toList();
    }

    private static TensorIndex names(String... names) {
        return TensorIndex.of(Headers.tensors(names), '.');
    }

    private static RuleIndex of(Condition... conditions) {
        List<Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(Rule.of("rule-" + rules.size(), ModelType.VAE, condition).otherwise());
        }
        return new RuleIndex(rules, '.');
    }

    private static List<String> asked(RuleIndex index, TensorIndex tensors) {
        return index.touched(tensors).stream().map(Rule::id).toList();
    }

    @Test
    void asksOnlyTheRulesThatSpeakOfANameThatIsThere() {
        RuleIndex index =
                of(
                        Conditions.has("blocks.#.attn"),
                        Conditions.has("conv_in"),
                        Conditions.all(Conditions.has("norm"), Conditions.few(10)));

        assertThat(asked(index, names("conv_in.weight"))).containsExactly("rule-1");
        assertThat(asked(index, names("blocks.7.attn.qkv"))).containsExactly("rule-0");
        assertThat(asked(index, names("weight"))).isEmpty();
    }

    @Test
    void asksRulesInTheirOrder() {
        RuleIndex index =
                of(Conditions.has("b"), Conditions.contains("zz"), Conditions.has("a", "b"));

        assertThat(asked(index, names("a", "b"))).containsExactly("rule-0", "rule-1", "rule-2");
    }

    @Test
    void asksAlwaysWhatDoesNotHangOnAName() {
        RuleIndex index =
                of(
                        Conditions.lacks("a"),
                        Conditions.contains("lllite"),
                        Conditions.token(3),
                        Conditions.any(Conditions.has("a"), Conditions.few(4)),
                        Conditions.all(Conditions.lacks("a"), Conditions.few(4)));

        assertThat(index.touched(names("weight"))).hasSize(5);
    }

    @Test
    void findsNumbersThatAKeyWritesOut() {
        RuleIndex index =
                of(Conditions.has("model.0.conv"), Conditions.size("model.1.weight").out(3));

        assertThat(asked(index, names("model.0.conv.weight", "model.1.weight 3x4")))
                .containsExactly("rule-0", "rule-1");
    }

    @Test
    void asksEveryRuleOfAFileWhoseNamesHoldTheSignForNumbers() {
        RuleIndex index = of(Conditions.has("blocks.#.0.attn"), Conditions.has("conv_in"));

        assertThat(index.touched(names("blocks.#.0.attn"))).hasSize(2);
    }

    @Test
    void passesOverNothingThatIsMetOfNamesOfEveryKind() {
        assertThat(
                        passedOver(
                                Headers.of(
                                        "weight 10",
                                        "blocks.0.attn.qkv.weight 9x3",
                                        "emb_params 1x768")))
                .isEmpty();
        assertThat(passedOver(Headers.of("<my-cat> 2x768"))).isEmpty();
        assertThat(passedOver(Headers.of("model.0.conv.weight 3x3", "a.#.weight 3"))).isEmpty();
    }
}
