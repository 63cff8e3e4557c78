package dev.assay.shell.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer to a numbered list. */
final class Choice {
    private Choice() {}

    /** {@return what was chosen; nothing when the answer cannot be understood} */
    static <T> Optional<List<T>> of(String answer, List<T> offered) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "all", "y", "yes" -> Optional.of(offered);
            case "none", "n", "no", "q" -> Optional.of(List.of());
            default -> numbers(word, offered);
        };
    }

    private static <T> Optional<List<T>> numbers(String word, List<T> offered) {
        List<T> chosen = new ArrayList<>();
        for (String part : word.split("[,\\s]+", -1)) {
            int number = part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0;
            if (number < 1 || number > offered.size()) {
                return Optional.empty();
            }
            chosen.add(offered.get(number - 1));
        }
        return Optional.of(chosen);
    }
}
