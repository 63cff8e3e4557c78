package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.render.Screen;
import java.util.function.Function;

/** Runs what takes a while: with progress, and so that Ctrl-C stops it gently. */
public final class Jobs {
    private Jobs() {}

    /** {@return what the job gives, while its progress is shown and Ctrl-C reaches it} */
    public static <R> R run(Invocation invocation, Function<ProgressReporter, R> job) {
        JobControl control = invocation.session().control();
        control.begin(invocation.cancellation());
        try (ProgressReporter progress =
                new ProgressReporter(invocation.talk(), mode(invocation), control)) {
            return job.apply(progress);
        } finally {
            control.end();
        }
    }

    private static ProgressReporter.Mode mode(Invocation invocation) {
        Screen.Look look = invocation.talk().look();
        boolean redraws =
                look.terminal()
                        && !invocation.settings().isOn(SettingKey.UI_ACCESSIBLE)
                        && !"dumb".equals(invocation.host().environment().get("TERM"));
        return switch (invocation.settings().get(SettingKey.UI_PROGRESS)) {
            case "bar" -> ProgressReporter.Mode.BAR;
            case "plain" -> ProgressReporter.Mode.PLAIN;
            case "json" -> ProgressReporter.Mode.JSON;
            case "none" -> ProgressReporter.Mode.NONE;
            default ->
                    invocation.isQuiet() || !look.terminal()
                            ? ProgressReporter.Mode.NONE
                            : redraws ? ProgressReporter.Mode.BAR : ProgressReporter.Mode.PLAIN;
        };
    }
}
