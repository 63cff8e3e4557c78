package dev.assay.shell.repl;

import java.util.Arrays;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.utils.InfoCmp.Capability;

/**
 * The rest of the last line that began like this, in grey behind the cursor: Right or End takes it,
 * Alt-Right takes a word of it.
 */
final class GreySuggestion {
    private final LineReader reader;

    private GreySuggestion(LineReader reader) {
        this.reader = reader;
    }

    static void install(LineReader reader) {
        reader.setAutosuggestion(SuggestionType.HISTORY);
        GreySuggestion grey = new GreySuggestion(reader);
        grey.at(LineReader.FORWARD_CHAR, grey::whole, grey.key(Capability.key_right), "\033[C");
        grey.at(LineReader.END_OF_LINE, grey::whole, grey.key(Capability.key_end), "\033[F");
        grey.at(LineReader.FORWARD_WORD, grey::word, "\033[1;3C", "\033f");
    }

    private String key(Capability capability) {
        String sequence = KeyMap.key(reader.getTerminal(), capability);
        return sequence == null ? "" : sequence;
    }

    private void at(String usual, Widget taking, String... keys) {
        String name = "assay-" + usual;
        reader.getWidgets()
                .put(
                        name,
                        () -> {
                            if (hasSuggestion()) {
                                return taking.apply();
                            }
                            reader.callWidget(usual);
                            return true;
                        });
        KeyMap<Binding> emacs = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.EMACS));
        Arrays.stream(keys)
                .filter(key -> !key.isEmpty())
                .forEach(key -> emacs.bind(new Reference(name), key));
    }

    private boolean hasSuggestion() {
        return reader.getBuffer().cursor() == reader.getBuffer().length()
                && !reader.getTailTip().isEmpty();
    }

    private boolean whole() {
        reader.getBuffer().write(reader.getTailTip());
        return true;
    }

    private boolean word() {
        String tip = reader.getTailTip();
        int start = tip.length() - tip.stripLeading().length();
        int blank = tip.indexOf(' ', start);
        reader.getBuffer().write(blank < 0 ? tip : tip.substring(0, blank));
        return true;
    }
}
