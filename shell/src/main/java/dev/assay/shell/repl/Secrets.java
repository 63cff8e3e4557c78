package dev.assay.shell.repl;

import java.util.regex.Pattern;
import org.jline.reader.MaskingCallback;

/**
 * Keeps what looks like a token off the screen and out of the history: somebody will paste one
 * where it does not belong.
 */
final class Secrets implements MaskingCallback {
    private static final Pattern SETTING =
            Pattern.compile("(?i)\\s*token\\s+set\\s+\\S+\\s+\\S.*|.*\\btoken\\s*=.*");
    private static final Pattern LONG_HEX =
            Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{32}(?![0-9A-Za-z])");

    /** {@return whether a line sets a token in the open} */
    static boolean isSecret(String line) {
        return SETTING.matcher(line).matches();
    }

    @Override
    public String display(String line) {
        if (!isSecret(line)) {
            return line;
        }
        int visible = line.indexOf("set") + 3;
        return line.substring(0, visible) + line.substring(visible).replaceAll("\\S", "*");
    }

    /** Null keeps a line out of the history, which the line editor says so. */
    @Override
    @SuppressWarnings("NullAway") // the line editor's contract: null is "do not keep"
    public String history(String line) {
        return mayHoldToken(line) ? null : line;
    }

    /** CivitAI's tokens are 32 hexadecimal digits; so is an MD5, whose loss nobody will mourn. */
    static boolean mayHoldToken(String line) {
        return isSecret(line) || LONG_HEX.matcher(line).find();
    }
}
