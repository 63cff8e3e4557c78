package dev.assay.shell.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The terminal of a one-shot command, which nobody shares. */
final class PlainConsole implements Console {
    private final Runnable beforeLending;
    private volatile boolean lent;

    PlainConsole(Runnable beforeLending) {
        this.beforeLending = beforeLending;
    }

    @Override
    public String ask(Invocation run, String question) {
        run.host().err().write(run.talk().inert(question));
        run.host().err().flush();
        try {
            String line =
                    new BufferedReader(
                                    new InputStreamReader(run.host().in(), StandardCharsets.UTF_8),
                                    1)
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public Optional<String> askHidden(Invocation run, String question) {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .flatMap(one -> Optional.ofNullable(one.readPassword("%s", question)))
                .map(String::new);
    }

    @Override
    public Loan lend() {
        beforeLending.run();
        lent = true;
        return () -> lent = false;
    }

    @Override
    public void stepAside(Runnable program) {
        program.run();
    }

    @Override
    public boolean takesInput() {
        return false;
    }

    @Override
    public boolean isLent() {
        return lent;
    }
}
