package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.progress.ProgressReporter;
import dev.assay.shell.progress.ProgressReporter.Mode;
import dev.assay.shell.render.Screen;
import java.util.Optional;
import java.util.function.Function;

/** Runs what takes a while: with progress, and so that Ctrl-C stops it gently. */
public final class Jobs {
    private Jobs() {}

    /** {@return what the job gives, while its progress is shown and Ctrl-C reaches it} */
    public static <R> R run(Invocation invocation, Function<ProgressReporter, R> job) {
        Screen talk = invocation.talk();
        Session session = invocation.session();
        session.foreground(Optional.of(invocation.cancellation()));
        try (ProgressReporter progress = new ProgressReporter(talk, mode(invocation))) {
            return job.apply(progress);
        } finally {
            session.foreground(Optional.empty());
        }
    }

    private static Mode mode(Invocation invocation) {
        Screen.Look look = invocation.talk().look();
        boolean redraws =
                look.terminal()
                        && !invocation.settings().isOn(SettingKey.UI_ACCESSIBLE)
                        && !"dumb".equals(invocation.host().environment().get("TERM"));
        return switch (invocation.settings().get(SettingKey.UI_PROGRESS)) {
            case "bar" -> Mode.BAR;
            case "plain" -> Mode.PLAIN;
            case "json" -> Mode.JSON;
            case "none" -> Mode.NONE;
            default ->
                    invocation.options().quiet() || !look.terminal()
                            ? Mode.NONE
                            : redraws ? Mode.BAR : Mode.PLAIN;
        };
    }
}
