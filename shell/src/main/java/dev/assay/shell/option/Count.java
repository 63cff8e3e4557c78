package dev.assay.shell.option;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.TypeConversionException;

/** The whole number from 0 that an option was given, if it was. */
public final class Count implements ISetter {
    private @Nullable Integer number;

    Count() {}

    static Integer parse(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new TypeConversionException(
                "'" + text + "' is no whole number from 0 to " + Integer.MAX_VALUE);
    }

    /** {@return what was given last, if anything was} */
    public OptionalInt number() {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** {@return what was given, else the usual} */
    public int or(int usual) {
        return number == null ? usual : number;
    }

    @Override
    public <T extends @Nullable Object> T set(T given) {
        number = (Integer) given;
        return given;
    }
}
