package dev.assay.shell.command.setup;

import dev.assay.shell.command.Actions;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.config.Settings;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.config.TomlEdit;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.JsonFields;
import dev.assay.shell.render.Listing;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.SettingValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code config}: settings, and which source won. */
public final class ConfigCommand extends Command {
    private static final List<String> ACTIONS = List.of("show", "get", "set", "unset", "path");

    private final Words words =
            takes.words(
                    "ACTION",
                    "0..*",
                    "show [KEY...], get KEY..., set KEY VALUE, unset KEY... or path");

    private final Flag origin = takes.flag("--origin", "where each value comes from");

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public boolean makesConfigFile() {
        return !words.list().isEmpty() && words.list().getFirst().equals("set");
    }

    @Override
    public ExitCode run(Invocation run) {
        return switch (Actions.first(words.list(), ACTIONS, "show")) {
            case "get" -> get(run);
            case "set" -> set(run);
            case "unset" -> unset(run);
            case "path" -> {
                Actions.refuseMore("config", words.list(), 1);
                yield path(run);
            }
            default -> show(run);
        };
    }

    private ExitCode get(Invocation run) {
        List<Row> rows = keys().stream().map(key -> row(run, key)).toList();
        if (run.isJson() && rows.size() > 1) {
            run.printer(run.format(Format.JSON)).print(listing(List.of("value")), rows);
            return ExitCode.OK;
        }
        rows.forEach(row -> one(run, row.value().text(), json(row)));
        return ExitCode.OK;
    }

    private static Row row(Invocation run, String key) {
        return new Row(
                key, run.settings().value(key).orElse(new Settings.Value("", Settings.DEFAULT)));
    }

    private static ExitCode path(Invocation run) {
        String path = run.configFiles().user().toString();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.configpath/1");
        json.put("path", path);
        return one(run, path, json);
    }

    /** Prints one value alone, or the object that holds it. */
    private static ExitCode one(Invocation run, String text, Map<String, @Nullable Object> whole) {
        if (run.isJson()) {
            Map<String, @Nullable Object> json = new JsonFields(run.options().chosen()).of(whole);
            boolean lines = run.format(Format.JSON) == Format.JSONL;
            run.host().out().write((lines ? Json.compact(json) : Json.pretty(json, 0)) + "\n");
        } else {
            run.screen().line(text);
        }
        return ExitCode.OK;
    }

    private ExitCode set(Invocation run) {
        String key = key();
        if (words.list().size() < 3) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "which value?",
                    "For example: assay config set " + key + " ...");
        }
        if (Settings.isSecret(key)) {
            throw new Failure(
                    ErrorCode.TOKEN_AS_ARGUMENT, "a token is never kept in the configuration file");
        }
        String value = String.join(",", words.list().subList(2, words.list().size()));
        SettingValues.check(key, value);
        new WantedSetting(run, key, value).check();
        new TomlEdit(run.configFiles().user()).set(key, value);
        run.note(key + " = " + value + " in " + run.configFiles().user());
        warnWhenOverridden(run, key);
        return ExitCode.OK;
    }

    private static void warnWhenOverridden(Invocation run, String key) {
        run.settings()
                .value(key)
                .filter(value -> value.origin().startsWith("env "))
                .ifPresent(value -> run.note("but " + value.origin() + " is stronger and is used"));
    }

    private ExitCode unset(Invocation run) {
        TomlEdit file = new TomlEdit(run.configFiles().user());
        for (String key : keys()) {
            boolean removed = file.unset(key);
            String said = removed ? " removed" : " was not set in " + run.configFiles().user();
            run.note(key + said);
        }
        return ExitCode.OK;
    }

    /** All of them are looked at before the first is read or changed. */
    private List<String> keys() {
        key();
        return words.list().stream().skip(1).map(ConfigCommand::known).toList();
    }

    private String key() {
        if (words.list().size() < 2) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING, "which setting?", "List them: assay config show");
        }
        return known(words.list().get(1));
    }

    private static String known(String key) {
        if (!Settings.isKnown(key)) {
            throw new Failure(
                    ErrorCode.UNKNOWN_SETTING,
                    "no such setting: " + key + "." + Suggest.question(key, Settings.ids()));
        }
        return key;
    }

    private record Row(String key, Settings.Value value) {}

    private ExitCode show(Invocation run) {
        List<Row> rows = new ArrayList<>();
        List<String> wanted = words.list().stream().skip(1).map(ConfigCommand::known).toList();
        run.settings()
                .all()
                .forEach((key, value) -> {
                    if (wanted.isEmpty() || wanted.contains(key)) {
                        rows.add(new Row(key, value));
                    }
                });
        List<String> usual =
                origin.isOn()
                        ? List.of("setting", "value", "origin")
                        : List.of("setting", "value", "meaning");
        run.printer(run.format(Format.TABLE)).print(listing(usual), rows);
        return ExitCode.OK;
    }

    private static Listing<Row> listing(List<String> usual) {
        List<Column<Row>> columns =
                List.of(
                        Column.<Row>of("setting", Row::key),
                        Column.<Row>of("value", row -> row.value().text()).stretching(),
                        Column.<Row>of("origin", row -> row.value().origin()),
                        Column.<Row>of("meaning", ConfigCommand::meaning).dropping(1));
        return new Listing<>(
                columns,
                usual,
                ConfigCommand::json,
                row -> Optional.of(row.key()),
                _ -> Optional.empty(),
                List.of("schema", "key"));
    }

    private static String meaning(Row row) {
        return SettingKey.of(row.key())
                .map(SettingKey::description)
                .orElse("setting of a provider");
    }

    private static Map<String, @Nullable Object> json(Row row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.config/1");
        json.put("key", row.key());
        json.put("value", row.value().text());
        json.put("origin", row.value().origin());
        json.put("meaning", meaning(row));
        return json;
    }
}
