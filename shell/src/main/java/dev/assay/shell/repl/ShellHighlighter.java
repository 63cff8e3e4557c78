package dev.assay.shell.repl;

import dev.assay.shell.run.CommandInfo;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the line while it is typed: known commands green, unknown red, options dim. */
final class ShellHighlighter implements Highlighter {
    private final List<CommandInfo> commands;
    private final List<String> builtins;
    private final UnaryOperator<AttributedStyle> colours;

    /**
     * Knows these words.
     *
     * @param colours gives a style, or none where there is no colour at present
     */
    ShellHighlighter(
            List<CommandInfo> commands,
            List<String> builtins,
            UnaryOperator<AttributedStyle> colours) {
        this.commands = commands;
        this.builtins = builtins;
        this.colours = colours;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        String shown = new Secrets().display(buffer);
        AttributedStringBuilder out = new AttributedStringBuilder();
        int at = 0;
        boolean first = true;
        for (ShellLine.Word word : ShellLine.of(shown).words()) {
            out.append(shown.substring(at, word.start()));
            out.styled(
                    colours.apply(style(word.text(), first)),
                    shown.substring(word.start(), word.end()));
            at = word.end();
            first = false;
        }
        return out.append(shown.substring(at)).toAttributedString();
    }

    private AttributedStyle style(String word, boolean first) {
        if (first) {
            return isKnown(word)
                    ? AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)
                    : AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        }
        return word.startsWith("-")
                ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)
                : AttributedStyle.DEFAULT;
    }

    private boolean isKnown(String word) {
        return word.startsWith("!")
                || builtins.contains(word)
                || commands.stream().anyMatch(command -> command.isCalled(word));
    }
}
