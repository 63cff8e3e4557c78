package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
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
        try (Pages pages = new Pages(run, program.get(), look.height());
                Output out = new Output(pages, pages::areRead)) {
            return printing.apply(new Screen(out, look));
        }
    }

    private boolean somebodyReads(Screen.Look look) {
        Map<String, String> environment = run.host().environment();
        return look.terminal()
                && run.host().inputIsTerminal()
                && !run.standing().noInput()
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
}
