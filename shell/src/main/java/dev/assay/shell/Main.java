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
        doWithout();
        System.exit(new AssayProcess(System.getenv()).run(args));
    }

    /**
     * Switches off, before their first use, two things of the JDK that take a fifth of a short
     * command's time and give nothing here: locale data, which the database driver loads to ask for
     * the first day of the week, and reflection by way of compiled method handles.
     */
    private static void doWithout() {
        System.setProperty("java.locale.providers", "FALLBACK");
        System.setProperty("jdk.reflect.useNativeAccessorOnly", "true");
    }
}
