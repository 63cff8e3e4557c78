package dev.assay.shell.run;

import java.util.Optional;

/**
 * The person at the terminal. A one-shot command has the terminal to itself; within the shell it
 * shares it with the line editor, the status bar and other jobs. Used on the thread of the command.
 */
public interface Console {

    /**
     * {@return the line that was typed; empty at the end of input}
     *
     * @throws java.util.concurrent.CancellationException when the question was interrupted
     */
    String ask(Invocation run, String question);

    /** {@return what was typed without being shown; empty where that cannot be done} */
    Optional<String> askHidden(Invocation run, String question);

    /** Lends the terminal to another program until that is closed; Ctrl-C is meant for that. */
    Loan lend();

    /** Lends the terminal for as long as this runs. */
    default void lend(Runnable program) {
        try (Loan _ = lend()) {
            program.run();
        }
    }

    /** The terminal in the hands of another program. */
    interface Loan extends AutoCloseable {
        /** Takes the terminal back. */
        @Override
        void close();
    }

    /** Keeps off the screen while this prints there; Ctrl-C still means the command. */
    void stepAside(Runnable program);

    /** {@return whether what comes on standard input is read here, and by no command} */
    boolean takesInput();

    /** {@return whether the terminal is lent at present, and Ctrl-C with it} */
    boolean isLent();
}
