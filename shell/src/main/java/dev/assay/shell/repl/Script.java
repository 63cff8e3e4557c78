package dev.assay.shell.repl;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** Runs lines one after the other, by the rules of the shell: words, quotes, files and pipes. */
public final class Script {
    private final Invocation run;
    private final boolean stopAtError;

    /** Runs within this invocation. */
    public Script(Invocation run, boolean stopAtError) {
        this.run = run;
        this.stopAtError = stopAtError;
    }

    /** {@return the strongest exit code of all lines} */
    public ExitCode run(List<String> lines) {
        ExitCode worst = ExitCode.OK;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            ExitCode exit = line(line, at + 1);
            worst = worst.and(exit);
            boolean failed = stopAtError && exit != ExitCode.OK;
            if (failed || exit.number() >= 128) {
                return worst;
            }
        }
        return worst;
    }

    private ExitCode line(String line, int number) {
        ShellLine parsed = ShellLine.of(line);
        if (parsed.open() || parsed.words().isEmpty()) {
            return run.report(
                    new Failure(
                            ErrorCode.BAD_VALUE,
                            "line " + number + ": a quote is never closed",
                            "Close it"));
        }
        List<String> words = parsed.texts();
        List<String> command =
                words.size() > 1 && words.getFirst().equals("assay")
                        ? words.subList(1, words.size())
                        : words;
        try {
            return Redirect.run(
                    parsed,
                    run.host().within(run.standing()),
                    run.session().console(),
                    (Host host) -> run(host, command));
        } catch (Failure failure) {
            return run.report(failure);
        }
    }

    private ExitCode run(Host host, List<String> words) {
        Screen screen = new Screen(host.out(), host.outLook());
        return new SessionWords(run).run(words, screen)
                ? ExitCode.OK
                : run.session().commands().run(run.session(), host, words);
    }
}
