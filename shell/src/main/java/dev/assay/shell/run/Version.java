package dev.assay.shell.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Which program this is, in a class of its own so that {@code --version} loads nothing else. */
public final class Version {
    /** The release. */
    public static final String NUMBER = "0.1.0";

    private static final int DIGITS_OF_AN_ADDRESS = 16;

    private Version() {}

    /** {@return the line that {@code assay --version} prints} */
    public static String line() {
        return "assay %s (commit %s, Java %s, AOT cache %s)"
                .formatted(NUMBER, commit(), Runtime.version(), isArchived() ? "on" : "off");
    }

    /** {@return the same for scripts} */
    public static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schema", "assay.version/1");
        facts.put("version", NUMBER);
        facts.put("commit", commit());
        facts.put("java", Runtime.version().toString());
        facts.put("aot_cache", isArchived());
        return facts;
    }

    /** {@return the commit that was built, which the build writes beside the classes} */
    static String commit() {
        try (InputStream in = Version.class.getResourceAsStream("commit")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * {@return whether classes come from an AOT cache} There is no question for it that costs less
     * than the cache saves, but the JVM names the class of a lambda after its number in the cache,
     * or, when it was made just now, after its address.
     */
    static boolean isArchived() {
        Supplier<String> probe = () -> NUMBER;
        String name = probe.getClass().getName();
        return name.length() - name.lastIndexOf('x') - 1 < DIGITS_OF_AN_ADDRESS;
    }
}
