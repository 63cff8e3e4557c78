package dev.assay.shell;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The module path on which tests start the program in a process of its own: everything that the
 * tests run with. Which of Surefire's three lists a jar stands in depends on whether the JDK that
 * runs Maven can read its classes; what the program does not need is never resolved.
 */
public final class ProgramPath {
    private ProgramPath() {}

    public static String modules() {
        Set<String> all = new LinkedHashSet<>();
        for (String property :
                List.of("jdk.module.path", "surefire.test.class.path", "java.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                boolean wanted =
                        !entry.isEmpty()
                                && !entry.contains("surefire")
                                && !entry.endsWith("test-classes");
                if (wanted) {
                    all.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, all);
    }
}
