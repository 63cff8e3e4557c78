package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.error.Failure;
import java.util.Optional;

/** Whether what no run of a command prints is coloured: its help, its refusal, the shell itself. */
public final class Colours {
    private Colours() {}

    /** {@return the process with colours or without, as the settings are now} */
    public static Host of(Session session, Host host) {
        return of(session, host, Optional.empty());
    }

    /**
     * {@return the process with colours or without}
     *
     * @param asked what the line itself says, over the settings
     */
    public static Host of(Session session, Host host, Optional<String> asked) {
        if (!host.outLook().terminal() && !host.errLook().terminal() && asked.isEmpty()) {
            return host;
        }
        String when = asked.orElseGet(() -> setting(session, host));
        return host.writingTo(host.out(), host.outLook().coloured(when))
                .talkingTo(host.err(), host.errLook().coloured(when));
    }

    /** A configuration that cannot be read is told by the command that needs it. */
    private static String setting(Session session, Host host) {
        try {
            return new Invocation(session, host, new GlobalOptions())
                    .settings()
                    .get(SettingKey.UI_COLOR);
        } catch (Failure unreadable) {
            return "auto";
        }
    }
}
