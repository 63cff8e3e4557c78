package dev.assay.shell.run;

import java.util.List;

/**
 * A command that may be given its words as they are. Somebody waits for it with a finger on Tab,
 * and the parser takes longer than its answer.
 */
public interface TakesWords {
    /** Takes the words behind {@code --}, among which no option is the command's own. */
    void take(List<String> words);
}
