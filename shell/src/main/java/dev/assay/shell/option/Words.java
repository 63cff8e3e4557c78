package dev.assay.shell.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** The words that are no options, or the values of an option that may be given again. */
public final class Words implements IGetter, ISetter {
    private List<String> list = new ArrayList<>();

    Words() {}

    /** {@return the words in the order in which they were given} */
    public List<String> list() {
        return list;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the parser has it
    public <T> T get() {
        return (T) list;
    }

    @Override
    @SuppressWarnings("unchecked") // the parser was told that these are words
    public <T extends @Nullable Object> T set(T given) {
        list = given == null ? new ArrayList<>() : (List<String>) given;
        return given;
    }
}
