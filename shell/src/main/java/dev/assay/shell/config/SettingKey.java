package dev.assay.shell.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting of the program itself; providers bring settings of their own. */
public enum SettingKey {
    /** Form of lists. */
    UI_OUTPUT("ui.output", "auto", "form of lists: auto, or what -o takes", true, "ASSAY_OUTPUT"),
    /** Colour. */
    UI_COLOR("ui.color", "auto", "colour: auto, always, never", true, "ASSAY_COLOR"),
    /** Progress. */
    UI_PROGRESS(
            "ui.progress",
            "auto",
            "progress: auto, bar, plain, json, none",
            true,
            "ASSAY_PROGRESS"),
    /** Pages. */
    UI_PAGER(
            "ui.pager",
            "auto",
            "what shows more than a screenful: auto, never, or a program",
            false,
            "ASSAY_PAGER"),
    /** Plain lines for screen readers. */
    UI_ACCESSIBLE("ui.accessible", "false", "no redrawing, no boxes: for screen readers", true, ""),
    /** Hints. */
    UI_HINTS("ui.hints", "true", "whether a hint tells the obvious next command", true, ""),
    /** Digests in a scan. */
    SCAN_HASH(
            "scan.hash", "false", "digests in every scan: true, false or a list of ids", true, ""),
    /** Look-ups in a scan. */
    SCAN_IDENTIFY(
            "scan.identify", "other", "which files a scan looks up: other, all, none", true, ""),
    /** Links. */
    SCAN_FOLLOW_LINKS(
            "scan.follow-links", "true", "whether a scan follows symbolic links", true, ""),
    /** Depth. */
    SCAN_MAX_DEPTH("scan.max-depth", "", "how many folders deep a scan goes", true, ""),
    /** Threads. */
    SCAN_THREADS(
            "scan.threads", "", "hashing threads, 1024 at most; one per core by default", true, ""),
    /** Readers. */
    SCAN_READERS(
            "scan.readers",
            "1",
            "files of one spinning or network disk that are read at a time, 1024 at most",
            true,
            ""),
    /** Budget. */
    SCAN_MAX_REQUESTS(
            "scan.max-requests",
            "50",
            "questions per run that cost a request each; the rest stay pending",
            false,
            ""),
    /** Network. */
    NET_OFFLINE("net.offline", "false", "no network at all", false, "ASSAY_OFFLINE"),
    /** Catalog. */
    CATALOG_FILE("catalog.file", "", "the catalog, a file or its folder", false, "ASSAY_CATALOG"),
    /** Plugin folders. */
    PLUGINS_PATH(
            "plugins.path",
            "",
            "more folders of plugins, besides the user's own",
            false,
            "ASSAY_PLUGIN_PATH"),
    /** Time limit. */
    PLUGINS_TIME_LIMIT(
            "plugins.time-limit",
            "30s",
            "how long one call of a plugin may take; plugins.NAME.time-limit for one of them",
            false,
            ""),
    /** Log level. */
    LOG_LEVEL("log.level", "warn", "what is logged: error, warn, info, debug, trace", false, ""),
    /** Log file. */
    LOG_FILE("log.file", "", "where the log goes besides stderr", false, "");

    private final String id;
    private final String fallback;
    private final String description;
    private final boolean inProject;
    private final String shortVariable;

    SettingKey(
            String id,
            String fallback,
            String description,
            boolean inProject,
            String shortVariable) {
        this.id = id;
        this.fallback = fallback;
        this.description = description;
        this.inProject = inProject;
        this.shortVariable = shortVariable;
    }

    /** {@return its name, such as {@code scan.threads}} */
    public String id() {
        return id;
    }

    /** {@return what holds when nobody said anything; empty for none} */
    public String fallback() {
        return fallback;
    }

    /** {@return one line for a person} */
    public String description() {
        return description;
    }

    /** {@return whether a project file may set it} */
    public boolean inProject() {
        return inProject;
    }

    /** {@return its environment variables, the short one first} */
    public List<String> variables() {
        String mechanical = variable(id);
        return shortVariable.isEmpty() || shortVariable.equals(mechanical)
                ? List.of(mechanical)
                : List.of(shortVariable, mechanical);
    }

    /** {@return the mechanical name: {@code scan.threads} is {@code ASSAY_SCAN_THREADS}} */
    static String variable(String id) {
        return "ASSAY_" + id.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** {@return the setting of that name} */
    public static Optional<SettingKey> of(String id) {
        return Arrays.stream(values()).filter(key -> key.id.equals(id)).findFirst();
    }
}
