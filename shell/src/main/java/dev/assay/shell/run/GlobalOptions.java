package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
@SuppressWarnings("NullAway.Init") // filled in by the parser
public final class GlobalOptions {
    /** What {@code --json} without a value stands for. */
    public static final String EVERYTHING = "*";

    /** The options that take the next word as their value. */
    public static final List<String> TAKING_A_VALUE =
            List.of(
                    "-o",
                    "--output",
                    "-F",
                    "--fields",
                    "--sort",
                    "--limit",
                    "--color",
                    "--progress",
                    "-j",
                    "--threads",
                    "--catalog",
                    "--config",
                    "--plugin-path",
                    "--log-file");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "table, list, tsv, csv, json, jsonl, ids, paths or md")
    @Nullable String output;

    @Option(
            names = "--json",
            paramLabel = "FIELDS",
            arity = "0..1",
            description = "one JSON document, with only these fields if any are named")
    @Nullable String json;

    @Option(names = "--jsonl", description = "one JSON object a line")
    boolean jsonl;

    @Option(
            names = {"-F", "--fields"},
            paramLabel = "FIELDS",
            description = "columns to show, with commas or + between them")
    @Nullable String fields;

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            description = "sort by a column; FIELD:desc for falling order")
    @Nullable String sort;

    @Option(names = "--limit", paramLabel = "N", description = "at most N rows")
    int limit = Integer.MAX_VALUE;

    @Option(names = "--no-truncate", description = "cut nothing to the width")
    boolean noTruncate;

    @Option(names = "--no-header", description = "no headings")
    boolean noHeader;

    @Option(names = "--full-paths", description = "absolute paths instead of names")
    boolean fullPaths;

    @Option(names = "--bytes", description = "exact sizes")
    boolean bytes;

    @Option(
            names = {"-0", "--null"},
            description = "end paths with NUL, for xargs -0")
    boolean nul;

    @Option(
            names = {"-q", "--quiet"},
            description = "only errors on stderr")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "more on stderr; -vv shows requests")
    boolean[] verbose = {};

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never")
    @Nullable String color;

    @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, plain, json, none")
    @Nullable String progress;

    @Option(names = "--no-pager", description = "print it all, however tall the screen is")
    boolean noPager;

    @Option(
            names = {"-y", "--yes"},
            description = "answer every question with yes")
    boolean yes;

    @Option(names = "--no-input", description = "never ask; a question is exit 9")
    boolean noInput;

    @Option(names = "--offline", description = "no network at all")
    boolean offline;

    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            description = "hashing threads")
    @Nullable Integer threads;

    @Option(names = "--catalog", paramLabel = "PATH", description = "the catalog, file or folder")
    @Nullable String catalog;

    @Option(names = "--config", paramLabel = "FILE", description = "the configuration file")
    @Nullable String config;

    @Option(
            names = "--plugin-path",
            paramLabel = "DIR",
            description = "one more folder of plugins; may be given again")
    List<String> pluginPath = new ArrayList<>();

    @Option(names = "--log-file", paramLabel = "FILE", description = "write the log here too")
    @Nullable String logFile;

    @Option(names = "-h", description = "the page of this command that fits on a screen")
    boolean brief;

    @Option(names = "--help", description = "everything on this command")
    boolean help;

    /** {@return what the flags set, by dotted key} */
    Map<String, String> asSettings() {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, SettingKey.UI_OUTPUT, form());
        put(flags, SettingKey.UI_COLOR, Optional.ofNullable(color));
        put(flags, SettingKey.UI_PROGRESS, Optional.ofNullable(progress));
        put(flags, SettingKey.SCAN_THREADS, Optional.ofNullable(threads).map(String::valueOf));
        put(flags, SettingKey.CATALOG_FILE, Optional.ofNullable(catalog));
        put(flags, SettingKey.PLUGINS_PATH, pluginFolders());
        put(flags, SettingKey.LOG_FILE, Optional.ofNullable(logFile));
        put(flags, SettingKey.NET_OFFLINE, offline ? Optional.of("true") : Optional.empty());
        put(flags, SettingKey.LOG_LEVEL, logLevel());
        put(flags, SettingKey.UI_PAGER, noPager ? Optional.of("never") : Optional.empty());
        return flags;
    }

    private static void put(Map<String, String> flags, SettingKey key, Optional<String> value) {
        value.ifPresent(text -> flags.put(key.id(), text));
    }

    private Optional<String> form() {
        if (json != null) {
            return Optional.of("json");
        }
        return jsonl ? Optional.of("jsonl") : Optional.ofNullable(output);
    }

    private Optional<String> pluginFolders() {
        return pluginPath.isEmpty() ? Optional.empty() : Optional.of(String.join(",", pluginPath));
    }

    private Optional<String> logLevel() {
        return switch (verbose.length) {
            case 0 -> quiet ? Optional.of("error") : Optional.empty();
            case 1 -> Optional.of("info");
            case 2 -> Optional.of("debug");
            default -> Optional.of("trace");
        };
    }

    /** {@return the fields chosen with {@code -F} or {@code --json=}} */
    public List<String> chosen() {
        String chosen = json == null || json.equals(EVERYTHING) ? fields : json;
        return chosen == null ? List.of() : list(chosen);
    }

    /** {@return what to sort by, as it was typed} */
    public Optional<String> sort() {
        return Optional.ofNullable(sort);
    }

    /** {@return the words of a list; PowerShell splits at commas, so {@code +} is as good} */
    public static List<String> list(String typed) {
        return new ArrayList<>(
                Arrays.stream(typed.split("[,+]")).filter(word -> !word.isBlank()).toList());
    }

    /** {@return whether everything on the command is wanted, and not that it runs} */
    public boolean help() {
        return help;
    }

    /** {@return whether the short page on the command is wanted, and not that it runs} */
    public boolean brief() {
        return brief;
    }

    /** {@return whether only errors are wanted on stderr} */
    public boolean quiet() {
        return quiet;
    }

    /** {@return whether every question is answered with yes} */
    public boolean yes() {
        return yes;
    }

    /** {@return whether nothing may be asked} */
    public boolean noInput() {
        return noInput;
    }

    /** {@return whether absolute paths are wanted} */
    public boolean fullPaths() {
        return fullPaths;
    }

    /** {@return the configuration file that was named} */
    Optional<String> config() {
        return Optional.ofNullable(config);
    }
}
