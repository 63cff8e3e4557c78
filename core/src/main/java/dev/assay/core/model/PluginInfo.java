package dev.assay.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One plugin of a plugin folder, loaded or not. All text but {@code name} and {@code location} may
 * be the plugin's own and is not trusted.
 *
 * @param name the name of its folder, or of its jar without {@code .jar}
 * @param location that folder or jar
 * @param state whether it runs, and if not, why
 * @param jars its jars by file name
 * @param module its module: the one that registers the services, when that is clear
 * @param version the version that module states
 * @param gives what it brings, such as {@code hash xxh3}; before it is loaded only what kind
 * @param problems what went wrong with it so far
 */
public record PluginInfo(
        String name,
        Path location,
        State state,
        List<Jar> jars,
        Optional<String> module,
        Optional<String> version,
        List<String> gives,
        List<PluginProblem> problems) {

    /** Copies the lists. */
    public PluginInfo {
        jars = List.copyOf(jars);
        gives = List.copyOf(gives);
        problems = List.copyOf(problems);
    }

    /**
     * One jar.
     *
     * @param file where it is
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param signer who signed all of its classes, as the certificate says; a valid signature, but
     *     nobody checked that the certificate is to be trusted
     */
    public record Jar(Path file, String sha256, Optional<String> signer) {}

    /** Whether a plugin runs. */
    public enum State {
        /** It runs. */
        LOADED,
        /** The user allowed it; it runs from the next opening of the library on. */
        ALLOWED,
        /** Nobody has allowed it yet, so none of its code was touched. */
        NEW,
        /** A jar is not the one that was allowed, so none of its code was touched. */
        CHANGED,
        /** The user switched it off. */
        DISABLED,
        /** It was allowed, and could not be loaded; the problems say why. */
        BROKEN;

        /** {@return the name in JSON: lower case} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
