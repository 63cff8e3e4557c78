package dev.assay.core.internal.pickle;

import dev.assay.core.model.Safety;
import dev.assay.core.model.Safety.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects why a file is not clean; the worst verdict wins, and each reason is kept once. */
public final class Findings {

    private static final int MAX_KEPT = 64;

    private final Set<String> imports = new LinkedHashSet<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private Verdict verdict = Verdict.CLEAN;

    /** Makes an empty one. */
    public Findings() {}

    /** Notes a reason; what made the verdict worse comes first. */
    public void add(Verdict worth, String reason) {
        keep(reasons, reason, worth.compareTo(verdict) > 0);
        raise(worth);
    }

    /** Notes an import that is a reason. */
    public void add(Verdict worth, String module, String name, String reason) {
        boolean first = worth.compareTo(verdict) > 0;
        keep(imports, module + " " + name, first);
        add(worth, reason);
    }

    private static void keep(Set<String> kept, String text, boolean first) {
        if (first) {
            List<String> others = new ArrayList<>(kept);
            kept.clear();
            kept.add(text);
            kept.addAll(others);
        } else if (kept.size() < MAX_KEPT) {
            kept.add(text);
        }
    }

    private void raise(Verdict worth) {
        if (worth.compareTo(verdict) > 0) {
            verdict = worth;
        }
    }

    /** {@return the worst so far} */
    public Verdict verdict() {
        return verdict;
    }

    /** Takes over what another has collected. */
    public void addAll(Findings other) {
        boolean worse = other.verdict.compareTo(verdict) > 0;
        List<String> theirImports = new ArrayList<>(other.imports);
        List<String> theirReasons = new ArrayList<>(other.reasons);
        if (worse) {
            theirImports = theirImports.reversed();
            theirReasons = theirReasons.reversed();
        }
        theirImports.forEach(text -> keep(imports, text, worse));
        theirReasons.forEach(text -> keep(reasons, text, worse));
        raise(other.verdict);
    }

    /** {@return what was collected, judged by these lists} */
    public Safety safety(String rules) {
        return new Safety(verdict, List.copyOf(imports), List.copyOf(reasons), rules);
    }
}
