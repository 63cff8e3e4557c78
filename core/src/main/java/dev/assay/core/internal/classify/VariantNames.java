package dev.assay.core.internal.classify;

import java.util.List;
import java.util.Optional;

/**
 * Variants that share every tensor with their family, so that only a name can tell them: models
 * tuned further, distilled, or trained for another task.
 */
final class VariantNames {

    /** What a name has to hold, of which family, and what it is called. */
    private record Named(String family, String text, String variant) {}

    private static final List<Named> TABLE =
            List.of(
                    new Named("SDXL", "illustrious", "Illustrious"),
                    new Named("SDXL", "noobai", "NoobAI"),
                    new Named("SDXL", "pony", "Pony"),
                    new Named("SDXL", "pdxl", "Pony"),
                    new Named("SDXL", "lightning", "Lightning"),
                    new Named("SDXL", "hyper", "Hyper"),
                    new Named("SDXL", "turbo", "Turbo"),
                    new Named("SDXL", "dmd2", "DMD2"),
                    new Named("SDXL", "lcm", "LCM"),
                    new Named("SD1", "lcm", "LCM"),
                    new Named("SD1", "hyper", "Hyper"),
                    new Named("FLUX1", "kontext", "Kontext"),
                    new Named("FLUX1", "krea", "Krea"),
                    new Named("QWEN_IMAGE", "edit", "Edit"),
                    new Named("QWEN_IMAGE", "lightning", "Lightning"),
                    new Named("Z_IMAGE", "turbo", "Turbo"),
                    new Named("WAN", "highnoise", "high noise"),
                    new Named("WAN", "lownoise", "low noise"),
                    new Named("WAN", "22", "2.2"),
                    new Named("WAN", "21", "2.1"));

    private VariantNames() {}

    /** {@return the variant that a name of a file of this family mentions} */
    static Optional<String> in(String name, String family) {
        List<String> words = FamilyNames.words(name);
        return TABLE.stream()
                .filter(named -> named.family().equals(family) && mentions(words, named.text()))
                .map(Named::variant)
                .findFirst();
    }

    private static boolean mentions(List<String> words, String text) {
        for (int i = 0; i < words.size(); i++) {
            String pair = i + 1 < words.size() ? words.get(i) + words.get(i + 1) : "";
            if (words.get(i).startsWith(text)
                    || pair.equals(text)
                    || endsWith(words.get(i), text)) {
                return true;
            }
        }
        return false;
    }

    /** {@code wan22}; short texts such as {@code lcm} only as words of their own. */
    private static boolean endsWith(String word, String text) {
        return word.endsWith(text) && (text.length() > 3 || word.startsWith("wan"));
    }
}
