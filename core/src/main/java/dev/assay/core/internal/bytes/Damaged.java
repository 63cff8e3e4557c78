package dev.assay.core.internal.bytes;

import java.io.IOException;

/** Bytes that cannot be had because the file is damaged or costs too much, not the disk. */
public final class Damaged extends IOException {

    private static final long serialVersionUID = 1;

    private final String why;

    /** Says what is damaged. */
    public Damaged(String why) {
        super(why);
        this.why = why;
    }

    /** {@return what is damaged} */
    public String why() {
        return why;
    }
}
