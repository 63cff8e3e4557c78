package dev.assay.shell;

/** The entry point of the {@code assay} command. */
public final class Main {
    private Main() {}

    /** Runs one command line. */
    public static void main(String[] args) {
        System.out.println("assay 0.1.0");
    }
}
