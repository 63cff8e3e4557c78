package dev.assay.shell.repl;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The terminal of the shell. */
final class ShellTerminal {
    private ShellTerminal() {}

    static Terminal open() throws IOException {
        Terminal terminal =
                TerminalBuilder.builder()
                        .system(true)
                        .nativeSignals(true)
                        .signalHandler(Terminal.SignalHandler.SIG_IGN)
                        .build();
        if (isDumb(terminal)) {
            // a dumb terminal hears of no signals by itself, and Ctrl-C must not leave the shell
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        }
        return terminal;
    }

    /**
     * Keeps what is typed ahead from being drawn into a bar; it is read and shown at the next
     * prompt.
     *
     * @return how the terminal was before
     */
    static Attributes quiet(Terminal terminal) {
        Attributes before = terminal.getAttributes();
        echo(terminal, false);
        return before;
    }

    /** Shows what is typed, or does not. */
    static void echo(Terminal terminal, boolean shown) {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ECHO, shown);
        terminal.setAttributes(attributes);
    }

    /** {@return whether the terminal cannot move its cursor} */
    static boolean isDumb(Terminal terminal) {
        return Terminal.TYPE_DUMB.equals(terminal.getType())
                || Terminal.TYPE_DUMB_COLOR.equals(terminal.getType());
    }
}
