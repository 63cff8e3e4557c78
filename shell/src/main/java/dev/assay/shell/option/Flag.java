package dev.assay.shell.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;

/** A switch, which may be given more than once. */
public final class Flag implements ISetter {
    private int times;

    Flag() {}

    /** {@return whether it was given} */
    public boolean isOn() {
        return times > 0;
    }

    /** {@return how often it was given} */
    public int times() {
        return times;
    }

    @Override
    public <T extends @Nullable Object> T set(T given) {
        if (Boolean.TRUE.equals(given)) {
            times++;
        }
        return given;
    }
}
