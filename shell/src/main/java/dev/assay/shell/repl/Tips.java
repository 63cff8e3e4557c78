package dev.assay.shell.repl;

import java.time.LocalDate;
import java.util.List;

/** One thing a day that is easily missed. */
final class Tips {
    private static final List<String> ALL =
            List.of(
                    "%3 names the third row of the last list: show %3",
                    "Put & at the end of a line to run it behind the prompt; jobs lists them",
                    "ls -o paths -0 | xargs -0 ls -la   sends paths to any program",
                    "inspect --why FILE tells how the answer was found",
                    "Ctrl-C stops gently: finished files are kept, the same command goes on",
                    "A hash from somebody's prompt is enough: show 6ce0161689",
                    "set output json   changes the form for this session only");

    private Tips() {}

    static String today() {
        return ALL.get(LocalDate.now(java.time.ZoneId.systemDefault()).getDayOfYear() % ALL.size());
    }
}
