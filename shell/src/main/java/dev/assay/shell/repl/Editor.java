package dev.assay.shell.repl;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.render.Inert;
import dev.assay.shell.render.Width;
import dev.assay.shell.run.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.slf4j.LoggerFactory;

/** The line editor with our completion, colours, history and prompt. */
final class Editor {
    private static final int LIST_MOST = 200;
    private static final int MOST_WITHIN = 40;

    /**
     * Of what Tab lists; the one that is chosen is inverse and stays so, or nobody could see it.
     */
    private static final List<String> COMPLETION_STYLES =
            List.of(
                    LineReader.COMPLETION_STYLE_STARTING,
                    LineReader.COMPLETION_STYLE_DESCRIPTION,
                    LineReader.COMPLETION_STYLE_GROUP,
                    LineReader.COMPLETION_STYLE_BACKGROUND,
                    LineReader.COMPLETION_STYLE_LIST_STARTING,
                    LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
                    LineReader.COMPLETION_STYLE_LIST_GROUP,
                    LineReader.COMPLETION_STYLE_LIST_BACKGROUND);

    private static final String NO_COLOUR = "fg:default,bg:default";

    private final LineReader reader;
    private final Terminal terminal;
    private final Session session;
    private volatile boolean coloured = true;

    Editor(Terminal terminal, Session session, ShellCompleter completer, boolean accessible) {
        this.terminal = terminal;
        this.session = session;
        Path history = session.dirs().historyFile();
        makePrivate(history);
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("assay")
                        .parser(new ShellParser())
                        .history(new DiscreetHistory())
                        .completer(completer)
                        .completionMatcher(new AsSuggested())
                        .highlighter(
                                new ShellHighlighter(
                                        session.commands().all(), Builtins.names(), this::styled))
                        .variable(LineReader.HISTORY_FILE, history)
                        .variable(LineReader.LIST_MAX, LIST_MOST)
                        .variable(LineReader.MENU_LIST_MAX, LIST_MOST)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                        .option(Option.DISABLE_EVENT_EXPANSION, true)
                        .option(Option.AUTO_MENU, !accessible)
                        .option(Option.AUTO_MENU_LIST, !accessible)
                        .option(Option.AUTO_GROUP, true)
                        .option(Option.CASE_INSENSITIVE, true)
                        .option(Option.HISTORY_IGNORE_DUPS, true)
                        .option(Option.HISTORY_INCREMENTAL, true)
                        .build();
        if (!accessible) {
            GreySuggestion.install(reader);
        }
    }

    LineReader reader() {
        return reader;
    }

    /**
     * {@return the next line; what may be a token never reaches the history}
     *
     * @param last how the last line ended
     * @param running jobs to name in the prompt, 0 for none or where a bar tells of them
     * @param colour whether anything is coloured
     */
    String read(ExitCode last, int running, boolean colour) {
        colour(colour);
        String prompt = prompt(last, running);
        return ShellTerminal.isDumb(terminal)
                ? reader.readLine(prompt) // masking would redraw the line for ever
                : reader.readLine(prompt, null, new Secrets(), null);
    }

    /**
     * {@return the next line of a pipe, which nobody has to be asked for; the last may lack its
     * end}
     */
    String readUnasked() {
        try {
            return reader.readLine("");
        } catch (EndOfFileException e) {
            String rest = e.getPartialLine();
            if (rest == null || rest.isBlank()) {
                throw e;
            }
            return rest;
        }
    }

    private void colour(boolean colour) {
        coloured = colour;
        for (String style : COMPLETION_STYLES) {
            if (colour) {
                reader.getVariables().remove(style);
            } else {
                reader.setVariable(style, NO_COLOUR);
            }
        }
    }

    /** {@return the style, where there is colour} */
    AttributedStyle styled(AttributedStyle style) {
        return coloured ? style : AttributedStyle.DEFAULT;
    }

    private String prompt(ExitCode last, int running) {
        AttributedStringBuilder prompt = new AttributedStringBuilder();
        prompt.append("assay");
        within(prompt);
        if (running > 0) {
            prompt.append(running == 1 ? " (1 job)" : " (" + running + " jobs)");
        }
        if (last != ExitCode.OK) {
            prompt.styled(
                    styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
                    " !" + last.number());
        }
        return prompt.append("> ").toAnsi(terminal);
    }

    private void within(AttributedStringBuilder prompt) {
        if (!session.within().isEmpty()) {
            String words = Inert.text(String.join(" ", session.within()));
            prompt.styled(
                    styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
                    " [" + Width.end(words, MOST_WITHIN, true) + "]");
        }
    }

    void save() {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            LoggerFactory.getLogger(Editor.class).warn("the history could not be kept", e);
        }
    }

    private static void makePrivate(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | UnsupportedOperationException e) {
            LoggerFactory.getLogger(Editor.class).warn("the history cannot be made private", e);
        }
    }
}
