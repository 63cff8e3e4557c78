package dev.assay.shell.repl;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;

/** Takes every suggestion as fitting: what fits is decided once, for this shell and all others. */
final class AsSuggested implements CompletionMatcher {
    private String typed = "";
    private List<Candidate> all = List.of();

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        typed = line.word();
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        all = List.copyOf(candidates);
        return all;
    }

    @Override
    @SuppressWarnings("NullAway") // the line editor's contract: null is "none"
    public Candidate exactMatch() {
        return all.stream()
                .filter(one -> one.complete() && one.value().equals(typed))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getCommonPrefix() {
        return all.stream().map(Candidate::value).reduce(AsSuggested::common).orElse("");
    }

    private static String common(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(0, at);
    }
}
