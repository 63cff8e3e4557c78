package dev.assay.shell.cli;

import dev.assay.core.model.CatalogException;
import dev.assay.core.model.PluginException;
import dev.assay.core.model.UnknownHashException;
import dev.assay.core.query.FilterKey;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.error.PipeClosed;
import dev.assay.shell.help.HelpPages;
import dev.assay.shell.log.LogOptions;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Colours;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.CommandInfo;
import dev.assay.shell.run.ErrorPrinter;
import dev.assay.shell.run.GlobalOptions;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.run.Preparation;
import dev.assay.shell.run.Session;
import dev.assay.shell.run.TakesWords;
import dev.assay.shell.run.Version;
import dev.assay.shell.welcome.Welcome;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** From a line of words to an exit code: the same for one-shot commands, the shell and scripts. */
public final class Cli implements Session.Commands {
    private static final Set<String> VERSION = Set.of("-V", "--version");
    private static final Set<String> HELP = Set.of("-h", "--help");

    @Override
    public List<CommandInfo> all() {
        return CommandTable.ALL;
    }

    @Override
    public ExitCode run(Session session, Host host, List<String> words) {
        Arguments arguments = Arguments.of(words);
        try {
            ExitCode exit = dispatch(session, host, arguments);
            host.out().flush();
            return exit;
        } catch (PipeClosed e) {
            return ExitCode.PIPE_CLOSED;
        } catch (Failure failure) {
            return report(session, host, arguments, failure);
        } catch (CancellationException e) {
            return stopped(host);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return report(session, host, arguments, known(session, words, e));
        }
    }

    private ExitCode dispatch(Session session, Host host, Arguments arguments) {
        if (arguments.command().isEmpty()) {
            return withoutCommand(session, host, arguments);
        }
        String word = arguments.command().get();
        CommandInfo info = CommandTable.find(word).orElseThrow(() -> unknownCommand(word));
        Command command = info.factory().get();
        List<String> rest = arguments.rest();
        if (command instanceof TakesWords words
                && !rest.isEmpty()
                && rest.getFirst().equals("--")) {
            words.take(rest.subList(1, rest.size()));
            return run(session, host, command);
        }
        Parsing parsing = new Parsing(info, command);
        parsing.parse(rest);
        if (command.global().help()) {
            pages(session, host, arguments).command(info);
            return ExitCode.OK;
        }
        if (command.global().brief()) {
            pages(session, host, arguments).brief(info, parsing.spec());
            return ExitCode.OK;
        }
        return run(session, host, command);
    }

    private static ExitCode run(Session session, Host host, Command command) {
        Invocation invocation = Preparation.of(session, host, command);
        LogOptions.apply(invocation.settings());
        invocation.settings().warnings().forEach(invocation::note);
        ExitCode exit = command.run(invocation);
        session.losses().forEach(invocation::noteOnce);
        if (session.savesNothing()) {
            invocation.note("the catalog may only be read, so nothing is saved");
        }
        return exit;
    }

    private static HelpPages pages(Session session, Host host, Arguments arguments) {
        Host coloured = Colours.of(session, host, arguments.colour());
        return new HelpPages(new Screen(host.out(), coloured.outLook()));
    }

    private static ExitCode withoutCommand(Session session, Host host, Arguments arguments) {
        boolean version = arguments.rest().stream().anyMatch(VERSION::contains);
        for (String word : arguments.rest()) {
            boolean ofVersion = VERSION.contains(word) || word.startsWith("--json");
            if (version ? !ofVersion : !HELP.contains(word)) {
                throw new Failure(ErrorCode.UNKNOWN_COMMAND, "no command in: " + word);
            }
        }
        if (version) {
            String line = arguments.wantsJson() ? Json.compact(Version.facts()) : Version.line();
            host.out().write(line + "\n");
            return ExitCode.OK;
        }
        if (host.outLook().terminal() && arguments.rest().isEmpty()) {
            Invocation run = new Invocation(session, host, new GlobalOptions());
            return new Welcome(run).greet();
        }
        pages(session, host, arguments).overview(CommandTable.ALL);
        return ExitCode.OK;
    }

    private static Failure unknownCommand(String word) {
        return new Failure(
                        ErrorCode.UNKNOWN_COMMAND,
                        "no command " + word + "." + Suggest.question(word, CommandTable.names()),
                        remedy(word))
                .with("command", word);
    }

    /** Who types a state means the files in it. */
    private static String remedy(String word) {
        return FilterKey.IS.choices().contains(word)
                ? "List those files: assay ls is:" + word
                : ErrorCode.UNKNOWN_COMMAND.remedy();
    }

    private static ExitCode report(
            Session session, Host host, Arguments arguments, Failure failure) {
        try {
            arguments
                    .command()
                    .flatMap(CommandTable::find)
                    .ifPresent(info -> failure.within(info.name()));
            boolean json = arguments.wantsJson() || host.standing().isJson();
            host.out().flush();
            Host coloured = Colours.of(session, host, arguments.colour());
            new ErrorPrinter(new Screen(host.err(), coloured.errLook()), json).print(failure);
        } catch (PipeClosed e) {
            return ExitCode.PIPE_CLOSED;
        } catch (Failure unwritten) {
            return report(session, host, arguments, unwritten);
        }
        return failure.code().exit();
    }

    private static ExitCode stopped(Host host) {
        try {
            host.out().flush();
        } catch (PipeClosed e) {
            return ExitCode.PIPE_CLOSED;
        } catch (Failure unwritten) {
            return unwritten.code().exit();
        }
        return ExitCode.INTERRUPTED;
    }

    /** What the core throws on purpose; anything else is a bug of ours. */
    private static Failure known(Session session, List<String> words, Throwable thrown) {
        return switch (thrown) {
            case CatalogException e ->
                    new Failure(ErrorCode.CATALOG_UNAVAILABLE, String.valueOf(e.getMessage()));
            case UnknownHashException e ->
                    new Failure(ErrorCode.UNKNOWN_ALGORITHM, String.valueOf(e.getMessage()));
            case PluginException e ->
                    new Failure(ErrorCode.PLUGIN_REFUSED, String.valueOf(e.getMessage()));
            case InvalidSettingException e ->
                    new Failure(ErrorCode.BAD_VALUE, String.valueOf(e.getMessage()));
            default -> CrashReport.write(session.dirs().state(), words, thrown);
        };
    }
}
