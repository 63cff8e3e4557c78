package dev.assay.shell.command.setup;

import dev.assay.core.model.ProviderInfo;
import dev.assay.provider.spi.TokenCheck;
import dev.assay.shell.command.Actions;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Flag;
import dev.assay.shell.option.Words;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Prompt;
import dev.assay.shell.token.TokenStore;
import dev.assay.shell.token.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code token}: the secrets that providers are asked with. */
public final class TokenCommand extends Command {
    private static final List<String> ACTIONS = List.of("set", "rm", "ls", "test");

    private final Words words = takes.words("ACTION", "0..*", "set, rm, ls or test; provider");

    private final Flag stdin = takes.flag("--stdin", "read the token from standard input");

    @Override
    public ExitCode run(Invocation run) {
        String action = Actions.first(words.list(), ACTIONS, "ls");
        if (action.equals("ls")) {
            return list(run, words.list().size() < 2 ? Tokens.slots() : List.of(provider()));
        }
        String provider = provider();
        return switch (action) {
            case "set" -> set(run, provider);
            case "rm" -> remove(run, provider);
            default -> test(run, provider);
        };
    }

    /** More words than a provider's name are a token that should not be there. */
    private String provider() {
        if (words.list().size() > 2) {
            throw new Failure(
                    ErrorCode.TOKEN_AS_ARGUMENT, "a token is never given on the command line");
        }
        String provider = words.list().size() == 2 ? words.list().get(1) : "civitai";
        if (!Tokens.slots().contains(provider)) {
            boolean looksLikeToken = provider.length() >= 20;
            if (looksLikeToken) {
                throw new Failure(
                        ErrorCode.TOKEN_AS_ARGUMENT, "a token is never given on the command line");
            }
            throw new Failure(
                    ErrorCode.UNKNOWN_PROVIDER,
                    "no token slot for "
                            + provider
                            + "."
                            + Suggest.question(provider, Tokens.slots()),
                    "There are: " + String.join(", ", Tokens.slots()));
        }
        return provider;
    }

    private ExitCode set(Invocation run, String provider) {
        String token = stdin.isOn() ? fromStdin(run) : fromPrompt(run, provider);
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    token.isEmpty()
                            ? "no token was given; nothing was stored"
                            : "a token has no spaces, line breaks or letters outside ASCII in it;"
                                    + " nothing was stored",
                    "Copy it again from the provider's account page");
        }
        TokenStore store = run.tokens().store();
        store.set(provider, token);
        run.note(
                "stored in "
                        + store.file()
                        + ", readable only by you. Try it: assay token test "
                        + provider);
        run.tokens()
                .find(provider)
                .filter(found -> !found.secret().equals(token))
                .ifPresent(other -> run.note("but " + other.source() + " is stronger and is used"));
        return ExitCode.OK;
    }

    private static String fromStdin(Invocation run) {
        try {
            return new String(run.input().readNBytes(8192), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "standard input cannot be read");
        }
    }

    private static String fromPrompt(Invocation run, String provider) {
        return new Prompt(run)
                .hidden("Token for " + provider + " (hidden): ")
                .orElseThrow(() ->
                        new Failure(
                                ErrorCode.CONFIRMATION_NEEDED,
                                "there is no terminal to ask for the token",
                                "Give it on standard input: assay token set "
                                        + provider
                                        + " --stdin"));
    }

    private static ExitCode remove(Invocation run, String provider) {
        boolean removed = run.tokens().store().remove(provider);
        run.note(
                removed
                        ? "token of " + provider + " removed"
                        : "no token of " + provider + " was stored");
        run.tokens().find(provider).ifPresent(other -> run.note("still set: " + other.source()));
        return ExitCode.OK;
    }

    private ExitCode test(Invocation run, String provider) {
        Tokens.Found found =
                run.tokens()
                        .find(provider)
                        .orElseThrow(() ->
                                new Failure(
                                        ErrorCode.TOKEN_MISSING,
                                        "no token for " + provider,
                                        "Set one: assay token set " + provider));
        requireInstalled(run, provider);
        return switch (run.library().checkToken(provider)) {
            case TokenCheck.Valid(String user) -> {
                run.screen()
                        .line(
                                "The token for "
                                        + provider
                                        + " works: signed in as "
                                        + user
                                        + " ("
                                        + found.source()
                                        + ")");
                yield ExitCode.OK;
            }
            case TokenCheck.Refused(String reason) ->
                    throw new Failure(
                            ErrorCode.TOKEN_INVALID,
                            provider
                                    + " does not accept the token from "
                                    + found.source()
                                    + ", ending in "
                                    + found.masked()
                                    + ": "
                                    + reason,
                            "Make a new one at the provider, then: assay token set " + provider);
            case TokenCheck.Missing() ->
                    throw new Failure(ErrorCode.TOKEN_MISSING, "no token for " + provider);
            case TokenCheck.NotNeeded() -> {
                run.screen().line(provider + " needs no token");
                yield ExitCode.OK;
            }
            case TokenCheck.Unreachable(String reason) ->
                    throw new Failure(
                            ErrorCode.PROVIDER_UNAVAILABLE,
                            provider + " could not be asked: " + reason);
        };
    }

    private static void requireInstalled(Invocation run, String provider) {
        List<String> all = run.library().providers().stream().map(ProviderInfo::name).toList();
        if (!all.contains(provider)) {
            throw new Failure(
                    ErrorCode.UNKNOWN_PROVIDER,
                    "no provider " + provider + " is installed, so its token cannot be tested",
                    "Installed: " + String.join(", ", all));
        }
    }

    /** A slot and what fills it. */
    private record Slot(String provider, Optional<Tokens.Found> token) {}

    private static ExitCode list(Invocation run, Collection<String> names) {
        List<Slot> slots =
                new TreeSet<>(names)
                        .stream().map(name -> new Slot(name, run.tokens().find(name))).toList();
        List<Column<Slot>> columns =
                List.of(
                        Column.<Slot>of("provider", Slot::provider),
                        Column.<Slot>of("source", slot -> source(slot)),
                        Column.<Slot>of("token", slot -> masked(slot)));
        run.printer(run.format(Format.TABLE))
                .print(
                        new Listing<>(
                                columns,
                                List.of("provider", "source", "token"),
                                TokenCommand::json,
                                slot -> Optional.of(slot.provider()),
                                slot -> Optional.empty(),
                                List.of("schema", "set")),
                        slots);
        return ExitCode.OK;
    }

    private static @Nullable String source(Slot slot) {
        return slot.token().map(Tokens.Found::source).orElse(null);
    }

    private static @Nullable String masked(Slot slot) {
        return slot.token().map(Tokens.Found::masked).orElse(null);
    }

    private static Map<String, @Nullable Object> json(Slot slot) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.token/1");
        json.put("provider", slot.provider());
        json.put("set", slot.token().isPresent());
        json.put("source", source(slot));
        return json;
    }
}
