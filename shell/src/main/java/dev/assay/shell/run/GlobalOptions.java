package dev.assay.shell.run;

import dev.assay.shell.config.SettingKey;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Count;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Options;
import dev.assay.shell.option.Value;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options that every command has. */
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

    /** How what sets a setting is typed, by the setting's dotted key. */
    static final Map<String, String> OF_SETTINGS =
            Map.of(
                    SettingKey.UI_OUTPUT.id(), "-o",
                    SettingKey.UI_COLOR.id(), "--color",
                    SettingKey.UI_PROGRESS.id(), "--progress",
                    SettingKey.SCAN_THREADS.id(), "--threads");

    private final Value output;
    private final Value json;
    private final Flag jsonl;
    private final Value fields;
    private final Value sort;
    private final Count limit;
    private final Flag noTruncate;
    private final Flag noHeader;
    private final Flag fullPaths;
    private final Flag bytes;
    private final Flag nul;
    private final Flag quiet;
    private final Flag verbose;
    private final Value color;
    private final Value progress;
    private final Flag noPager;
    private final Flag yes;
    private final Flag noInput;
    private final Flag offline;
    private final Count threads;
    private final Value catalog;
    private final Value config;
    private final Words pluginPath;
    private final Value logFile;
    private final Flag brief;
    private final Flag help;

    /** The options of a command that was given none. */
    public GlobalOptions() {
        this(new Options());
    }

    /** Adds these options to what a command takes. */
    GlobalOptions(Options takes) {
        output =
                takes.value(
                        "-o, --output",
                        "FORM",
                        "table, list, tsv, csv, json, jsonl, ids, paths or md");
        json =
                takes.perhapsValue(
                        "--json",
                        "FIELDS",
                        "one JSON document, with only these fields if any are named");
        jsonl = takes.flag("--jsonl", "one JSON object a line");
        fields =
                takes.value(
                        "-F, --fields", "FIELDS", "columns to show, with commas or + between them");
        sort = takes.value("--sort", "FIELD", "sort by a column; FIELD:desc for falling order");
        limit = takes.count("--limit", "N", "at most N rows");
        noTruncate = takes.flag("--no-truncate", "cut nothing to the width");
        noHeader = takes.flag("--no-header", "no headings");
        fullPaths = takes.flag("--full-paths", "absolute paths instead of names");
        bytes = takes.flag("--bytes", "exact sizes");
        nul = takes.flag("-0, --null", "print paths and end them with NUL, for xargs -0");
        quiet = takes.flag("-q, --quiet", "only errors on stderr");
        verbose = takes.flag("-v, --verbose", "more on stderr; -vv shows requests");
        color = takes.value("--color", "WHEN", "auto, always or never");
        progress = takes.value("--progress", "HOW", "auto, bar, plain, json, none");
        noPager = takes.flag("--no-pager", "print it all, however tall the screen is");
        yes = takes.flag("-y, --yes", "answer every question with yes");
        noInput = takes.flag("--no-input", "never ask; a question is exit 9");
        offline = takes.flag("--offline", "no network at all");
        threads = takes.count("-j, --threads", "N", "hashing threads, 1024 at most");
        catalog = takes.value("--catalog", "PATH", "the catalog, file or folder");
        config = takes.value("--config", "FILE", "the configuration file");
        pluginPath =
                takes.values(
                        "--plugin-path", "DIR", "one more folder of plugins; may be given again");
        logFile = takes.value("--log-file", "FILE", "write the log here too");
        brief = takes.flag("-h", "the page of this command that fits on a screen");
        help = takes.flag("--help", "everything on this command");
    }

    /** {@return the names of all of them, as they are typed} */
    public static Set<String> names() {
        Options all = new Options();
        new GlobalOptions(all);
        return all.spec().optionsMap().keySet();
    }

    /** {@return what the flags set, by dotted key} */
    Map<String, String> asSettings() {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, SettingKey.UI_OUTPUT, form());
        put(flags, SettingKey.UI_COLOR, color.text());
        put(flags, SettingKey.UI_PROGRESS, progress.text());
        put(flags, SettingKey.SCAN_THREADS, threads());
        put(flags, SettingKey.CATALOG_FILE, catalog.text());
        put(flags, SettingKey.PLUGINS_PATH, pluginFolders());
        put(flags, SettingKey.LOG_FILE, logFile.text());
        put(flags, SettingKey.NET_OFFLINE, offline.isOn() ? Optional.of("true") : Optional.empty());
        put(flags, SettingKey.LOG_LEVEL, logLevel());
        put(flags, SettingKey.UI_PAGER, noPager.isOn() ? Optional.of("never") : Optional.empty());
        return flags;
    }

    private static void put(Map<String, String> flags, SettingKey key, Optional<String> value) {
        value.ifPresent(text -> flags.put(key.id(), text));
    }

    private Optional<String> form() {
        if (json.isGiven()) {
            return Optional.of("json");
        }
        if (jsonl.isOn() || output.isGiven() || !nul.isOn()) {
            return jsonl.isOn() ? Optional.of("jsonl") : output.text();
        }
        return Optional.of(Format.PATHS.id());
    }

    /** NUL ends paths and nothing else, so that no other form can be meant with it. */
    void refuseNulWithoutPaths() {
        form().filter(form -> nul.isOn() && !form.equals(Format.PATHS.id()))
                .ifPresent(form -> {
                    throw new Failure(
                            ErrorCode.BAD_OPTION,
                            "-0 ends paths with NUL, and the form asked for is " + form,
                            "Say -0 alone, or -o paths -0");
                });
    }

    private Optional<String> pluginFolders() {
        return pluginPath.list().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(",", pluginPath.list()));
    }

    private Optional<String> threads() {
        return threads.number().isPresent()
                ? Optional.of(String.valueOf(threads.number().getAsInt()))
                : Optional.empty();
    }

    private Optional<String> logLevel() {
        return switch (verbose.times()) {
            case 0 -> quiet.isOn() ? Optional.of("error") : Optional.empty();
            case 1 -> Optional.of("info");
            case 2 -> Optional.of("debug");
            default -> Optional.of("trace");
        };
    }

    /** {@return the fields chosen with {@code -F} or {@code --json=}} */
    public List<String> chosen() {
        Optional<String> named = json.text().filter(given -> !given.equals(EVERYTHING));
        return named.or(fields::text).map(GlobalOptions::list).orElse(List.of());
    }

    /** {@return what to sort by, as it was typed} */
    public Optional<String> sort() {
        return sort.text();
    }

    /** {@return the words of a list; PowerShell splits at commas, so {@code +} is as good} */
    public static List<String> list(String typed) {
        return new ArrayList<>(
                Arrays.stream(typed.split("[,+]")).filter(word -> !word.isBlank()).toList());
    }

    /** {@return whether everything on the command is wanted, and not that it runs} */
    public boolean help() {
        return help.isOn();
    }

    /** {@return whether the short page on the command is wanted, and not that it runs} */
    public boolean brief() {
        return brief.isOn();
    }

    /** {@return whether only errors are wanted on stderr} */
    public boolean quiet() {
        return quiet.isOn();
    }

    /** {@return whether every question is answered with yes} */
    public boolean yes() {
        return yes.isOn();
    }

    /** {@return whether nothing may be asked} */
    public boolean noInput() {
        return noInput.isOn();
    }

    /** {@return whether absolute paths are wanted} */
    public boolean fullPaths() {
        return fullPaths.isOn();
    }

    int limit() {
        return limit.or(Integer.MAX_VALUE);
    }

    boolean noTruncate() {
        return noTruncate.isOn();
    }

    boolean noHeader() {
        return noHeader.isOn();
    }

    boolean bytes() {
        return bytes.isOn();
    }

    boolean nul() {
        return nul.isOn();
    }

    /** {@return the configuration file that was named} */
    Optional<String> config() {
        return config.text();
    }
}
