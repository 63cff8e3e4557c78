package dev.assay.core.internal.pickle;

import dev.assay.core.internal.pickle.Node.Call;
import dev.assay.core.internal.pickle.Node.Dict;
import dev.assay.core.internal.pickle.Node.Global;
import dev.assay.core.internal.pickle.Node.Items;
import dev.assay.core.internal.pickle.Node.Other;
import dev.assay.core.internal.pickle.Node.Tuple;
import dev.assay.core.model.Safety.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Makes containers of nodes and fills them, as far as the budget goes. */
final class Assembly {

    private final Findings findings;
    private final PickleBudget budget;

    Assembly(Findings findings, PickleBudget budget) {
        this.findings = findings;
        this.budget = budget;
    }

    Node tuple(List<Node> items) {
        return budget.takeNodes(1 + items.size()) ? new Tuple(items) : Other.IT;
    }

    Node list(List<Node> items) {
        return budget.takeNodes(1 + items.size()) ? new Items(new ArrayList<>(items)) : Other.IT;
    }

    Node dict(List<Node> pairs) throws PickleFault {
        Dict dict = new Dict(new ArrayList<>(0), new ArrayList<>(0));
        putAll(dict, pairs);
        return dict;
    }

    private void putAll(Dict dict, List<Node> pairs) throws PickleFault {
        if (pairs.size() % 2 != 0) {
            throw PickleFault.broken("a key without its value");
        }
        if (!budget.takeNodes(pairs.size())) {
            return;
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.keys().add(pairs.get(i));
            dict.values().add(pairs.get(i + 1));
        }
    }

    void append(Node target, List<Node> added) {
        if (target instanceof Global(String module, String name)) {
            changed(module, name);
        }
        if (!budget.takeNodes(added.size())) {
            return;
        }
        if (target instanceof Items(ArrayList<Node> items)) {
            items.addAll(added);
        } else if (target instanceof Call call) {
            added.forEach(call::append);
        }
    }

    void set(Node target, List<Node> pairs) throws PickleFault {
        switch (target) {
            case Dict dict -> putAll(dict, pairs);
            case Call call -> putAll(call.entries(), pairs);
            case Global(String module, String name) -> changed(module, name);
            default -> {}
        }
    }

    private void changed(String module, String name) {
        findings.add(
                Verdict.SUSPICIOUS,
                module,
                name,
                "changes '%s %s' for everybody".formatted(module, name));
    }

    void build(Node target, Node state) {
        switch (target) {
            case Call call -> call.build(state);
            case Global(String module, String name) -> changed(module, name);
            default -> {}
        }
    }
}
