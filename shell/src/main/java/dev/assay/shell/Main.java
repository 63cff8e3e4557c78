package dev.assay.shell;

import dev.assay.shell.cli.AssayProcess;
import dev.assay.shell.run.Version;

/** The entry point of the {@code assay} command. */
public final class Main {
    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println(Version.line());
            return;
        }
        System.exit(new AssayProcess(System.getenv()).run(args));
    }
}
