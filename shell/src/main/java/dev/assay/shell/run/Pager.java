package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows what is taller than the screen a page at a time: with the program of {@code ui.pager}, else
 * with {@code $PAGER}, else with {@code less}. What fits is printed, and so is everything where
 * nobody could turn a page.
 */
final class Pager {
    private static final String AUTO = "auto";
    private static final String NEVER = "never";
    private static final String USUAL = "less";

    /** What the shell says when a program is not there. */
    private static final int NOT_FOUND = 127;

    private final Invocation run;

    Pager(Invocation run) {
        this.run = run;
    }

    /** {@return what the printing gives, once its last page was seen} */
    <R> R show(Function<Screen, R> printing) {
        Screen.Look look = run.screen().look();
        Optional<String> program = somebodyReads(look) ? program() : Optional.empty();
        if (program.isEmpty()) {
            return printing.apply(run.screen());
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Output out = new Output(page);
        R given = printing.apply(new Screen(out, look));
        out.flush();
        show(page.toByteArray(), look, program.get());
        return given;
    }

    private boolean somebodyReads(Screen.Look look) {
        Map<String, String> environment = run.host().environment();
        return look.terminal()
                && run.host().inputIsTerminal()
                && !run.options().noInput()
                && !run.session().control().isBackground()
                && !run.settings().isOn(SettingKey.UI_ACCESSIBLE)
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    private Optional<String> program() {
        String wanted = run.settings().get(SettingKey.UI_PAGER);
        Map<String, String> environment = run.host().environment();
        return switch (wanted) {
            case NEVER -> Optional.empty();
            case AUTO ->
                    Optional.ofNullable(environment.get("PAGER"))
                            .filter(program -> !program.isBlank())
                            .or(() ->
                                    isInstalled(environment)
                                            ? Optional.of(USUAL)
                                            : Optional.empty());
            default -> Optional.of(wanted);
        };
    }

    private static boolean isInstalled(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, USUAL)));
    }

    private void show(byte[] page, Screen.Look look, String program) {
        if (lines(page) < look.height()) {
            print(page);
            return;
        }
        run.host().out().flush();
        int[] exit = new int[1];
        run.session()
                .console()
                .lend(() -> exit[0] = SystemShell.feed(program, stream -> stream.write(page)));
        if (exit[0] == NOT_FOUND) {
            print(page);
        }
    }

    /** What is said next may go elsewhere, and must not come first. */
    private void print(byte[] page) {
        run.host().out().write(page);
        run.host().out().flush();
    }

    private static int lines(byte[] page) {
        int lines = 0;
        for (byte octet : page) {
            lines += octet == '\n' ? 1 : 0;
        }
        return lines;
    }
}
