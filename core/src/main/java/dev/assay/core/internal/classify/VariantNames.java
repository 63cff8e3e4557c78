package dev.assay.core.internal.classify;

import java.util.List;
import java.util.Optional;

/**
 * Variants that share every tensor with their family, so that only a name can tell them: models
 * tuned further, distilled, or trained for another task.
 */
final class VariantNames {

    /** How a text has to stand in a name. */
    private enum Place {
        /** Anywhere: it is long enough to mean nothing else. */
        ANYWHERE,
        /** At the start of a word, or of some words written together. */
        START,
        /** As a word, or some words written together. */
        WORD
    }

    /** What a name has to hold, of which family, and what it is called. */
    private record Named(String family, Place place, String text, String variant) {}

    private static final List<Named> TABLE =
            List.of(
                    new Named("SDXL", Place.ANYWHERE, "illustrious", "Illustrious"),
                    new Named("SDXL", Place.ANYWHERE, "noobai", "NoobAI"),
                    new Named("SDXL", Place.ANYWHERE, "pony", "Pony"),
                    new Named("SDXL", Place.WORD, "pdxl", "Pony"),
                    new Named("SDXL", Place.WORD, "lightning", "Lightning"),
                    new Named("SDXL", Place.WORD, "hyper", "Hyper"),
                    new Named("SDXL", Place.WORD, "turbo", "Turbo"),
                    new Named("SDXL", Place.WORD, "dmd2", "DMD2"),
                    new Named("SDXL", Place.WORD, "lcm", "LCM"),
                    new Named("SD1", Place.WORD, "lcm", "LCM"),
                    new Named("SD1", Place.WORD, "hyper", "Hyper"),
                    new Named("FLUX1", Place.ANYWHERE, "kontext", "Kontext"),
                    new Named("FLUX1", Place.WORD, "krea", "Krea"),
                    new Named("QWEN_IMAGE", Place.WORD, "edit", "Edit"),
                    new Named("QWEN_IMAGE", Place.WORD, "lightning", "Lightning"),
                    new Named("Z_IMAGE", Place.WORD, "turbo", "Turbo"),
                    new Named("WAN", Place.WORD, "highnoise", "high noise"),
                    new Named("WAN", Place.WORD, "lownoise", "low noise"),
                    new Named("WAN", Place.START, "wan22", "2.2"),
                    new Named("WAN", Place.START, "wan21", "2.1"));

    private VariantNames() {}

    /** {@return the variant that a name of a file of this family mentions} */
    static Optional<String> in(String name, String family) {
        List<String> words = FamilyNames.words(name);
        return TABLE.stream()
                .filter(named -> named.family().equals(family) && mentions(words, named))
                .map(Named::variant)
                .findFirst();
    }

    private static boolean mentions(List<String> words, Named named) {
        for (int start = 0; start < words.size(); start++) {
            String run = "";
            for (int end = start; end < Math.min(start + 3, words.size()); end++) {
                run += words.get(end);
                if (fits(run, named)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(String run, Named named) {
        return switch (named.place()) {
            case ANYWHERE -> run.contains(named.text());
            case START -> run.startsWith(named.text());
            case WORD -> run.equals(named.text());
        };
    }
}
