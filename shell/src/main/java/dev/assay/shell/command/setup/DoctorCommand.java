package dev.assay.shell.command.setup;

import dev.assay.core.model.PluginProblem;
import dev.assay.shell.config.Settings;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.option.Flag;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Version;
import dev.assay.shell.token.TokenStore;
import dev.assay.shell.token.Tokens;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code doctor}: whether everything is as it should be. Asks no server. */
public final class DoctorCommand extends Command {
    private final Flag fix = takes.flag("--fix", "mend what can be mended safely");

    /** How a check came out. */
    private enum Verdict {
        OK,
        WARN,
        FAIL
    }

    private record Check(String name, Verdict verdict, String words) {}

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public ExitCode run(Invocation run) {
        List<Check> checks = new ArrayList<>();
        checks.add(program());
        checks.add(locale());
        checks.add(terminal(run));
        checks.add(config(run));
        checks.add(tokens(run));
        checks.add(catalog(run));
        checks.addAll(plugins(run));
        print(run, checks);
        boolean bad = checks.stream().anyMatch(check -> check.verdict() != Verdict.OK);
        return bad ? ExitCode.NO : ExitCode.OK;
    }

    private static Check program() {
        return new Check("program", Verdict.OK, Version.line());
    }

    /** Names are opened as bytes only where the JVM takes the locale for UTF-8. */
    private static Check locale() {
        String names = System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
        boolean utf8 = names.equalsIgnoreCase("UTF-8");
        return utf8
                ? new Check("locale", Verdict.OK, "UTF-8: files with any name can be opened")
                : new Check(
                        "locale",
                        Verdict.WARN,
                        names + ": names outside it cannot be opened. Set LC_ALL=C.UTF-8");
    }

    private static Check terminal(Invocation run) {
        var look = run.host().outLook();
        String words =
                look.terminal()
                        ? run.host().environment().getOrDefault("TERM", "no TERM")
                                + ", "
                                + look.width()
                                + " columns, "
                                + (look.unicode() ? "UTF-8" : "ASCII")
                                + (look.colour() ? ", colour" : ", no colour")
                        : "none: output goes to a pipe or a file";
        return new Check("terminal", Verdict.OK, words);
    }

    private static Check config(Invocation run) {
        Settings settings = run.settings();
        if (!settings.warnings().isEmpty()) {
            return new Check("config", Verdict.WARN, settings.warnings().getFirst());
        }
        long set =
                settings.all().values().stream().filter(v -> !v.origin().equals("default")).count();
        return new Check(
                "config",
                Verdict.OK,
                run.configFiles().user() + ", " + Sizes.count(set, "setting") + " changed");
    }

    private Check tokens(Invocation run) {
        TokenStore store = run.tokens().store();
        if (store.isOpenToOthers()) {
            return fix.isOn()
                    ? closed(store)
                    : new Check(
                            "tokens",
                            Verdict.FAIL,
                            store.file() + " can be read by others. Close it: assay doctor --fix");
        }
        List<String> set =
                Tokens.slots().stream()
                        .filter(slot -> run.tokens().find(slot).isPresent())
                        .toList();
        return new Check("tokens", Verdict.OK, set.isEmpty() ? "none set" : String.join(", ", set));
    }

    private static Check closed(TokenStore store) {
        try {
            store.close();
            return new Check("tokens", Verdict.OK, store.file() + " closed to others");
        } catch (IOException e) {
            return new Check("tokens", Verdict.FAIL, store.file() + " cannot be closed: " + e);
        }
    }

    private static Check catalog(Invocation run) {
        Path file = run.catalogFile();
        if (!run.hasCatalog()) {
            return new Check("catalog", Verdict.OK, "none yet; the first scan makes " + file);
        }
        try (var entries = run.library().entries()) {
            long count = entries.count();
            return new Check(
                    "catalog",
                    Verdict.OK,
                    file + ", " + Sizes.of(Files.size(file)) + ", " + Sizes.count(count, "file"));
        } catch (dev.assay.core.model.CatalogException | IOException e) {
            return new Check("catalog", Verdict.FAIL, file + ": " + e.getMessage());
        }
    }

    private static List<Check> plugins(Invocation run) {
        int hashes = run.library().algorithms().size();
        int providers = run.library().providers().size();
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        "plugins",
                        Verdict.OK,
                        Sizes.count(hashes, "hash algorithm")
                                + ", "
                                + Sizes.count(providers, "provider")));
        for (PluginProblem problem : run.library().plugins().problems()) {
            checks.add(
                    new Check(
                            "plugin",
                            Verdict.WARN,
                            problem.plugin() + ": " + problem.message() + ". " + problem.remedy()));
        }
        return checks;
    }

    private static void print(Invocation run, List<Check> checks) {
        List<Column<Check>> columns =
                List.of(
                        Column.<Check>of("state", c -> c.verdict().name().toLowerCase(Locale.ROOT))
                                .showing(check -> mark(check)),
                        Column.<Check>of("what", Check::name),
                        Column.<Check>of("found", Check::words));
        Format format = run.askedFormat().orElse(Format.TABLE);
        run.printer(format)
                .print(
                        new Listing<>(
                                columns,
                                List.of("state", "what", "found"),
                                DoctorCommand::json,
                                check -> Optional.of(check.name()),
                                check -> Optional.empty(),
                                List.of("schema", "check")),
                        checks);
    }

    private static Text mark(Check check) {
        return switch (check.verdict()) {
            case OK -> Text.of(Style.GREEN, "ok");
            case WARN -> Text.of(Style.YELLOW, "WARN");
            case FAIL -> Text.of(Style.RED, "FAIL");
        };
    }

    private static Map<String, @Nullable Object> json(Check check) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.doctor/1");
        json.put("check", check.name());
        json.put("state", check.verdict().name().toLowerCase(Locale.ROOT));
        json.put("found", check.words());
        return json;
    }
}
