package dev.assay.core.internal.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one table by the keys that they speak of. Most files have few names, and of a
 * hundred rules hardly ten are about any of them: the others are not asked.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final BitSet ofAnyName = new BitSet();
    private final Map<String, BitSet> byKey = new HashMap<>();

    /** Makes one of rules about names whose parts are separated by this character. */
    RuleIndex(List<Rule> rules, char separator) {
        this.rules = rules;
        for (int i = 0; i < rules.size(); i++) {
            add(i, rules.get(i).when().needs(), separator);
        }
    }

    private void add(int rule, Optional<List<String>> keys, char separator) {
        if (keys.isEmpty()) {
            ofAnyName.set(rule);
            return;
        }
        for (String key : keys.get()) {
            String start = TensorIndex.withoutNumbers(key, separator);
            byKey.computeIfAbsent(start, _ -> new BitSet()).set(rule);
        }
    }

    /** {@return the rules of which anything is met, in their order, and a few others} */
    List<Rule> touched(TensorIndex tensors) {
        if (tensors.hasSign()) {
            return rules;
        }
        Set<String> starts = tensors.starts();
        BitSet touched = starts.size() < byKey.size() ? ofFew(starts) : ofMany(starts);
        List<Rule> chosen = new ArrayList<>(touched.cardinality());
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            chosen.add(rules.get(i));
        }
        return chosen;
    }

    private BitSet ofFew(Set<String> starts) {
        BitSet touched = (BitSet) ofAnyName.clone();
        for (String start : starts) {
            BitSet about = byKey.get(start);
            if (about != null) {
                touched.or(about);
            }
        }
        return touched;
    }

    private BitSet ofMany(Set<String> starts) {
        BitSet touched = (BitSet) ofAnyName.clone();
        byKey.forEach((key, about) -> {
            if (starts.contains(key)) {
                touched.or(about);
            }
        });
        return touched;
    }
}
