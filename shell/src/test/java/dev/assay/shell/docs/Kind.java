package dev.assay.shell.docs;

import java.util.List;

/**
 * What kind of line it is: numbers, digests, sizes and blanks are all the same, folders of the test
 * look like those of a reader.
 */
final class Kind {
    /** Stands for any lines. */
    static final String ANYTHING = "...";

    /** Where a sentence goes on below {@code assay:}; it breaks elsewhere in longer folders. */
    private static final String WRAPPED = "\n {7}(?=\\S)";

    private Kind() {}

    static String of(String line) {
        return line.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("(?<![\\w.])/[^\\s\"]*/home/me\\b", "/home/me")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceAll("(?i)\\b(?=[a-f]*\\d)[0-9a-f]{6,}\\b", "N")
                .replaceAll("\\d[\\d.,:]*(\\s?[KMGT]?B/s|[KMGT]i?B?\\b|B\\b|%)?", "N")
                .replaceAll("\\S*…\\S*", "…")
                .replaceAll("\\b(second|minute|hour|day|file|model)s\\b", "$1")
                .replaceAll("─+|-{3,}", "---")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** {@return the first shown line that nothing printed is like, or else what is printed more} */
    static List<String> differences(List<String> shown, List<String> printed) {
        List<String> left = new java.util.ArrayList<>(kinds(printed));
        List<String> missing = new java.util.ArrayList<>();
        boolean anything = false;
        for (String line : kinds(shown)) {
            if (line.equals(ANYTHING)) {
                anything = true;
            } else if (!left.remove(line)) {
                missing.add("not printed: " + line);
            }
        }
        if (!anything) {
            left.forEach(line -> missing.add("not shown: " + line));
        }
        return missing;
    }

    private static List<String> kinds(List<String> lines) {
        String whole = String.join("\n", lines).replaceAll(WRAPPED, " ");
        return whole.lines().map(Kind::of).filter(line -> !line.isEmpty()).toList();
    }
}
