package dev.assay.shell.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;

/** The value of an option, which may be missing. */
public final class Value implements ISetter {
    private @Nullable String text;

    Value() {}

    /** {@return what was given last, if anything was} */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** {@return what was given, else the usual} */
    public String or(String usual) {
        return text == null ? usual : text;
    }

    /** {@return whether it was given} */
    public boolean isGiven() {
        return text != null;
    }

    @Override
    public <T extends @Nullable Object> T set(T given) {
        text = (String) given;
        return given;
    }
}
