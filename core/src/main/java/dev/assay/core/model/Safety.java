package dev.assay.core.model;

import java.util.List;

/**
 * Whether loading a file can run code, judged without running any.
 *
 * @param verdict the judgement
 * @param imports the imports that caused it, as {@code module name}
 * @param reasons in words; may hold text of the file, which is not trusted
 * @param rules the date of the lists that were used
 */
public record Safety(Verdict verdict, List<String> imports, List<String> reasons, String rules) {

    /** Copies the lists. */
    public Safety {
        imports = List.copyOf(imports);
        reasons = List.copyOf(reasons);
    }

    /** The judgements, the worst last. */
    public enum Verdict {
        /** Read to the end; nothing but the allow-list. */
        CLEAN,
        /** An import outside the allow-list, or an odd structure. */
        SUSPICIOUS,
        /** Not read to the end; never to be taken for clean. */
        UNSCANNABLE,
        /** Loading it can run code. */
        DANGEROUS
    }
}
