package dev.assay.core.internal.pickle;

import dev.assay.core.model.Safety.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the pickles of one file import, judged as it comes up. */
final class Imports {

    private static final int MAX_KEPT = 4096;
    private static final int MAX_KEY = 512;

    private final ImportRules rules;
    private final Findings findings;
    private final Set<String> seen = new LinkedHashSet<>();
    private boolean nestedImported;
    private boolean nestedProven;
    private boolean nestedDoubted;

    Imports(ImportRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    void note(String module, String name) {
        String key = module + " " + name;
        boolean isShort = key.length() <= MAX_KEY;
        if (isShort && seen.contains(key)) {
            return;
        }
        judge(module, name);
        if (seen.size() < MAX_KEPT) {
            seen.add(isShort ? key : key.substring(0, MAX_KEY));
        }
    }

    private void judge(String module, String name) {
        switch (rules.judge(module, name)) {
            case ALLOWED -> {}
            case NESTED -> nestedImported = true;
            case UNKNOWN ->
                    findings.add(
                            Verdict.SUSPICIOUS,
                            module,
                            name,
                            "imports '%s', which is not on the allow-list"
                                    .formatted(shown(module, name)));
            case DANGEROUS -> {
                findings.add(
                        Verdict.DANGEROUS,
                        module,
                        name,
                        "imports '%s', which can run code or reach what does"
                                .formatted(shown(module, name)));
                if (name.equals("getattr")) {
                    findings.add(
                            Verdict.SUSPICIOUS,
                            "'getattr' also stands in genuine detector models (Ultralytics)");
                }
            }
        }
    }

    private static String shown(String module, String name) {
        String text = module + " " + name;
        return text.length() <= 120 ? text : text.substring(0, 120) + "...";
    }

    /** A call of {@code _load_from_bytes}; proven if its bytes were scanned. */
    void nestedCall(boolean proven) {
        nestedProven |= proven;
        nestedDoubted |= !proven;
    }

    /** Settles what is only allowed together with its argument. */
    void settle() {
        if (!nestedImported) {
            return;
        }
        boolean proven = nestedProven && !nestedDoubted;
        findings.add(
                proven ? Verdict.SUSPICIOUS : Verdict.DANGEROUS,
                "torch.storage",
                "_load_from_bytes",
                proven
                        ? "loads pickles from bytes; those were scanned too"
                        : "loads a pickle from bytes that are not in the file");
    }

    /** {@return what was imported, each once, as {@code module name}} */
    List<String> seen() {
        return List.copyOf(seen);
    }
}
