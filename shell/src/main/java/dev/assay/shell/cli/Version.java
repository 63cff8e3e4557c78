package dev.assay.shell.cli;

/** The version, in a class of its own so that {@code --version} loads nothing else. */
public final class Version {
    /** The release. */
    public static final String NUMBER = "0.1.0";

    private Version() {}

    /** {@return the line that {@code assay --version} prints} */
    public static String line() {
        return "assay " + NUMBER + " (Java " + Runtime.version().feature() + ")";
    }
}
