package dev.assay.shell.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which commands of the documentation {@link DocumentedCommandsTest} does not run, and why. */
final class RunElsewhere {
    /** Whole pages, by what types them. */
    private static final Map<String, String> PAGES =
            Map.of(
                    "docs/install.md", "shell/src/package/type-install",
                    "docs/fake-civitai.md", ".ci/pages",
                    "docs/examples/README.md", ".ci/pages",
                    "docs/examples/hash-xxh3/README.md", ".ci/pages",
                    "docs/examples/provider-json/README.md", ".ci/pages",
                    "docs/examples/embedding/README.md", ".ci/pages",
                    "docs/examples/spark/README.md", ".ci/spark",
                    "docs/walkthrough.md",
                            "shell/src/test/java/dev/assay/shell/walkthrough/WalkthroughTest.java");

    /** Builds that would start this test, and what {@code .ci/run} runs. */
    private static final List<String> BUILDS =
            List.of(
                    "mvn -B -ntp verify",
                    "mvn verify",
                    "mvn verify -Pdocs -pl shell -am -Dtest=DocumentedCommandsTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false");

    /** Asks at a prompt; the tests of tokens type at one. */
    private static final List<String> PROMPTS = List.of("assay token set civitai");

    /** Minutes to hours on an idle machine, with up to 6 GB of files. */
    private static final List<String> MEASUREMENTS =
            List.of(
                    "docs/benchmarks/run",
                    "docs/benchmarks/run -g sha256 -n 7",
                    "docs/benchmarks/run -m 20 --readme",
                    "docs/benchmarks/run --report FILE",
                    "docs/benchmarks/run --assay PROGRAM",
                    "docs/benchmarks/startup -n 20");

    private RunElsewhere() {}

    /** {@return whether another script or test types all of that page} */
    static boolean isPage(Path document) {
        return PAGES.containsKey(document.toString());
    }

    /** {@return whether a command is one that is not run} */
    static boolean isCommand(String typed) {
        return commands().contains(typed);
    }

    /** {@return what types whole pages} */
    static Map<String, String> pages() {
        return PAGES;
    }

    /** {@return the commands that are not run, as they stand in the documentation} */
    static Set<String> commands() {
        Set<String> all = new java.util.TreeSet<>(BUILDS);
        all.addAll(PROMPTS);
        all.addAll(MEASUREMENTS);
        return all;
    }
}
