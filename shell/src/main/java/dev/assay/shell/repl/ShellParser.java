package dev.assay.shell.repl;

import dev.assay.shell.repl.ShellLine.Word;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Cuts lines for the line editor by the same rules that run them. */
final class ShellParser implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        ShellLine whole = ShellLine.of(line);
        if (whole.open() && context == ParseContext.ACCEPT_LINE) {
            throw new EOFError(-1, -1, "a quote is open", "quote");
        }
        return new Parsed(line, cursor, ShellLine.of(line.substring(0, cursor)).words());
    }

    @Override
    public boolean isEscapeChar(char character) {
        return character == '\\';
    }

    /** The words up to the cursor; the one at the cursor is last, and may be empty. */
    private static final class Parsed implements CompletingParsedLine {
        private final String line;
        private final int cursor;
        private final List<String> words = new ArrayList<>();
        private final int rawStart;

        Parsed(String line, int cursor, List<Word> before) {
            this.line = line;
            this.cursor = cursor;
            before.forEach(word -> words.add(word.text()));
            boolean inWord = !before.isEmpty() && before.getLast().end() == cursor;
            if (!inWord) {
                words.add("");
            }
            rawStart = inWord ? before.getLast().start() : cursor;
        }

        @Override
        public String word() {
            return words.getLast();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public List<String> words() {
            return words;
        }

        @Override
        public String line() {
            return line;
        }

        @Override
        public int cursor() {
            return cursor;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return ShellLine.escape(candidate.toString());
        }

        @Override
        public int rawWordCursor() {
            return cursor - rawStart;
        }

        @Override
        public int rawWordLength() {
            return cursor - rawStart;
        }
    }
}
