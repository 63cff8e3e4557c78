package dev.assay.shell.render;

import java.util.regex.Pattern;

/** Words as a shell reads them back, ours and the system's, when they are typed or pasted. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ShellWord() {}

    /** {@return the word, quoted where it has to be} */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
