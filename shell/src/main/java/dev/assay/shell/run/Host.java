package dev.assay.shell.run;

import dev.assay.shell.config.AppDirs;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The process as a command sees it; tests give their own.
 *
 * @param environment environment variables
 * @param workingDirectory where relative paths start
 * @param in standard input
 * @param inputIsTerminal whether somebody can be asked
 * @param out where data goes
 * @param outLook what that can show
 * @param err where talk goes
 * @param errLook what that can show
 * @param standing the options of the shell or script that the line is in
 */
public record Host(
        Map<String, String> environment,
        Path workingDirectory,
        InputStream in,
        boolean inputIsTerminal,
        Output out,
        Screen.Look outLook,
        Output err,
        Screen.Look errLook,
        StandingOptions standing) {

    /** Copies the environment. */
    public Host {
        environment = Map.copyOf(environment);
    }

    /**
     * {@return the same process with its data going elsewhere, to something that is no terminal}
     */
    public Host writingTo(Output other) {
        return writingTo(other, Screen.Look.pipe());
    }

    /** {@return the same process with its data going elsewhere} */
    public Host writingTo(Output other, Screen.Look look) {
        return with(other, look, err, errLook, standing);
    }

    /** {@return the same process with its talk going elsewhere} */
    public Host talkingTo(Output other, Screen.Look look) {
        return with(out, outLook, other, look, standing);
    }

    /** {@return the same process for lines that these options hold for} */
    public Host within(StandingOptions options) {
        return with(out, outLook, err, errLook, options);
    }

    private Host with(
            Output data,
            Screen.Look dataLook,
            Output talk,
            Screen.Look talkLook,
            StandingOptions options) {
        return new Host(
                environment,
                workingDirectory,
                in,
                inputIsTerminal,
                data,
                dataLook,
                talk,
                talkLook,
                options);
    }

    /** {@return a path as a person reads it: with {@code ~} for the home folder} */
    public String shown(Path path) {
        Path home = AppDirs.home(environment);
        boolean below = path.startsWith(home) && !path.equals(home) && home.getNameCount() > 0;
        return below ? "~/" + home.relativize(path) : path.toString();
    }

    /** {@return a path as the user meant it: relative to the working directory, with {@code ~}} */
    public Path path(String typed) {
        if (typed.equals("~") || typed.startsWith("~/")) {
            String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
            return Path.of(home, typed.substring(1));
        }
        return workingDirectory.resolve(typed);
    }
}
