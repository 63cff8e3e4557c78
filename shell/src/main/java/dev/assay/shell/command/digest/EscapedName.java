package dev.assay.shell.command.digest;

/** A name on a line of its own: a backslash or a line break in it is written as coreutils do. */
public final class EscapedName {
    private EscapedName() {}

    /** {@return the name, with a backslash in front when something in it is escaped} */
    public static String of(String name) {
        return HashLine.needsEscape(name) ? "\\" + HashLine.escape(name) : name;
    }
}
