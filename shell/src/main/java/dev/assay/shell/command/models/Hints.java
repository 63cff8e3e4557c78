package dev.assay.shell.command.models;

import dev.assay.core.model.Hint;
import dev.assay.core.model.Unanswered;
import dev.assay.shell.render.Sizes;
import java.util.List;

/** Puts what a job found worth telling into words, with the command that helps. */
final class Hints {
    private Hints() {}

    static List<String> words(List<Hint> hints) {
        return hints.stream().map(Hints::words).toList();
    }

    /** {@return who gave no answer about how many files, and why} */
    static String words(Unanswered none) {
        return "%s gave no answer about %s: %s%s"
                .formatted(
                        none.provider(),
                        Sizes.count(none.files(), "file"),
                        none.reason(),
                        none.remedy().map(remedy -> ". " + remedy).orElse(""));
    }

    static String words(Hint hint) {
        return switch (hint) {
            case Hint.Recovered(String report) -> report;
            case Hint.NotAsked(String provider) ->
                    "%1$s was not asked: no token is set. Set one (assay token set %1$s), or ask without: --anonymous"
                            .formatted(provider);
        };
    }
}
